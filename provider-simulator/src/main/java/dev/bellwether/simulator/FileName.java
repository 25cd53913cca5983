package dev.bellwether.simulator;

import dev.bellwether.market.Symbol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What the name of an input file says: the symbol is the part of the name, split at `_`, that is
/// all capitals, digits, dot or dash.
///
/// Of several such parts only one may hold a letter, so that `AAPL_2025-10-29.csv` is AAPL's.
sealed interface FileName {
    /// The file is of that symbol.
    record OfSymbol(Symbol symbol) implements FileName {}

    /// The file cannot be served.
    record Unfit(String reason) implements FileName {}

    static FileName read(Path file) {
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            return new Unfit("it is a folder; name it as the input folder to serve what is in it");
        }
        if (!Files.isRegularFile(file)) {
            return new Unfit("it is no regular file");
        }
        if (!name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return new Unfit("its name does not end in .csv");
        }
        String stem = name.substring(0, name.length() - ".csv".length());
        List<String> candidates = Stream.of(stem.split("_", -1)).filter(Symbol::isValid).toList();
        List<String> withLetter =
                candidates.stream()
                        .filter(part -> part.chars().anyMatch(Character::isLetter))
                        .toList();
        List<String> chosen = withLetter.isEmpty() ? candidates : withLetter;
        return switch (chosen.size()) {
            case 0 -> new Unfit("no part of its name is a symbol, as AAPL is in daily_AAPL.csv");
            case 1 -> new OfSymbol(Symbol.of(chosen.getFirst()));
            default -> new Unfit("its name could be of any of %s".formatted(chosen));
        };
    }
}
