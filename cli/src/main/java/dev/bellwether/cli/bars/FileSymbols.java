package dev.bellwether.cli.bars;

import dev.bellwether.market.Symbol;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whose bars a file holds: what its name says, or its column `symbol`, or what it says of itself.
///
/// A name says it by the one part, split at `_`, that has a symbol's form and a letter:
/// `daily_AAPL.csv`, `AAPL_daily.csv`, `AAPL.csv` and `daily_adjusted_IBM_2026-05-15.csv` do.
final class FileSymbols {
    private static final Pattern EXTENSION =
            Pattern.compile("\\.(csv|json|txt)$", Pattern.CASE_INSENSITIVE);

    private FileSymbols() {}

    static Symbol symbol(FileTable table) throws BadFileException {
        List<String> column = column(table);
        if (column.size() > 1) {
            throw new BadFileException(
                    table.file(), "has rows of several symbols: " + String.join(", ", column));
        }
        Optional<Symbol> named = named(table.file());
        if (named.isPresent()) {
            return named.get();
        }
        return Stream.concat(column.stream(), table.symbol().stream())
                .filter(Symbol::isValid)
                .map(Symbol::of)
                .findFirst()
                .orElseThrow(() ->
                        new BadFileException(
                                table.file(),
                                "does not say which symbol it is of, as daily_AAPL.csv does; name it with --symbol"));
    }

    private static Optional<Symbol> named(Path file) {
        String stem = EXTENSION.matcher(String.valueOf(file.getFileName())).replaceFirst("");
        List<String> parts =
                Stream.of(stem.split("_", -1))
                        .filter(Symbol::isValid)
                        .filter(part -> part.chars().anyMatch(Character::isLetter))
                        .toList();
        return parts.size() == 1 ? Optional.of(Symbol.of(parts.getFirst())) : Optional.empty();
    }

    private static List<String> column(FileTable table) throws BadFileException {
        OptionalInt column = table.find(List.of("symbol"));
        return column.isEmpty()
                ? List.of()
                : table.rows().stream()
                        .map(row -> row.cells().get(column.getAsInt()))
                        .distinct()
                        .sorted()
                        .toList();
    }
}
