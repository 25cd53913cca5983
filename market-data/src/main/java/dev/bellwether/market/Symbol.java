package dev.bellwether.market;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an instrument is called where it trades, such as `AAPL` or `BRK-B`.
///
/// @param value 1 to 12 capitals, digits, dots or dashes, starting with a capital or digit
public record Symbol(String value) implements Comparable<Symbol> {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,11}");

    public Symbol {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "'%s' is no symbol: 1 to 12 capitals, digits, dots or dashes are"
                            .formatted(value));
        }
    }

    /// The symbol of that name; throws IllegalArgumentException if the name has another form.
    public static Symbol of(String value) {
        return new Symbol(value);
    }

    /// Whether the name has a symbol's form.
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    /// The symbols of a comma-separated list in the list's order, each once; blanks around them are
    /// ignored.
    public static List<Symbol> listOf(String commaSeparated) {
        Set<Symbol> symbols = new LinkedHashSet<>();
        Stream.of(commaSeparated.split(",", -1))
                .map(String::strip)
                .map(Symbol::of)
                .forEach(symbols::add);
        return List.copyOf(symbols);
    }

    @Override
    public int compareTo(Symbol other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
