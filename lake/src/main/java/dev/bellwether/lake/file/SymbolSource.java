package dev.bellwether.lake.file;

import dev.bellwether.market.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whose bars a file holds: what the user says, what it says itself, or what its name says.
///
/// A name says it by the one part, split at `_` and blanks, that has a symbol's form and a letter:
/// `daily_AAPL.csv`, `AAPL_daily.csv`, `AAPL.csv` and `daily_adjusted_IBM_2026-05-15.csv` do.
final class SymbolSource {
    private static final Pattern EXTENSION =
            Pattern.compile("\\.(csv|json|jsonl|txt)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern COPY = Pattern.compile("\\(\\d+\\)$");

    private SymbolSource() {}

    /// The symbol of a file's rows.
    ///
    /// @param stated what the file says of itself
    static Symbol of(FileHints hints, Optional<String> stated) throws UnreadableFileException {
        Optional<Symbol> inside = stated.map(String::strip).filter(Symbol::isValid).map(Symbol::of);
        Optional<Symbol> found = hints.symbol().or(() -> inside).or(() -> named(hints.name()));
        return found.orElseThrow(() ->
                new UnreadableFileException(
                        "It does not say which symbol it is of%s: a column symbol does, a name such as daily_AAPL.csv, or --symbol."
                                .formatted(
                                        stated.map(it -> " ('" + Excerpt.of(it) + "' is none)")
                                                .orElse(""))));
    }

    private static Optional<Symbol> named(String name) {
        String stem =
                COPY.matcher(EXTENSION.matcher(name).replaceFirst("").strip()).replaceFirst("");
        List<String> parts =
                Stream.of(stem.split("[_\\s]+", -1))
                        .filter(Symbol::isValid)
                        .filter(part -> part.chars().anyMatch(Character::isLetter))
                        .toList();
        return parts.size() == 1 ? Optional.of(Symbol.of(parts.get(0))) : Optional.empty();
    }
}
