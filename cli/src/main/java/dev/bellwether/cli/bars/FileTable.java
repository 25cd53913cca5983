package dev.bellwether.cli.bars;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A file's rows under its column names, before anything is made of them.
///
/// @param columns in small letters, without a provider's numbering
/// @param symbol what the file says beside its rows that it is of
record FileTable(Path file, List<String> columns, List<Row> rows, Optional<String> symbol) {
    private static final Pattern NUMBERING = Pattern.compile("^\\d+[a-z]?\\. ");

    /// One row.
    ///
    /// @param line where it begins, from 1
    /// @param cells one a column, stripped
    record Row(long line, List<String> cells) {}

    /// `4. close`, `Close` and `close` are one column.
    static String columnName(String text) {
        return NUMBERING.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    /// Where the first column of those names is.
    ///
    /// @throws BadFileException if there are two of a name
    OptionalInt find(List<String> names) throws BadFileException {
        for (String name : names) {
            int[] found =
                    IntStream.range(0, columns.size())
                            .filter(i -> columns.get(i).equals(name))
                            .toArray();
            if (found.length > 1) {
                throw new BadFileException(file, "has two columns '%s'".formatted(name));
            }
            if (found.length == 1) {
                return OptionalInt.of(found[0]);
            }
        }
        return OptionalInt.empty();
    }
}
