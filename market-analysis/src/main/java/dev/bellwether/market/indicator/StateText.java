package dev.bellwether.market.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The text of an indicator's state: its name and its figures, parted by blanks.
///
/// Decimals stand there digit for digit, so that reading gives back the very same state.
final class StateText {
    /// What stands for a figure that is not there, or a list without entries.
    static final String NONE = "-";

    private final String text;
    private final List<String> words;

    private StateText(String text, List<String> words) {
        this.text = text;
        this.words = words;
    }

    /// Takes a text apart; throws IllegalArgumentException when it does not hold that name and that
    /// many figures.
    static StateText parse(String text, String name, int figures) {
        List<String> words = List.of(text.split(" ", -1));
        if (words.size() != figures + 1 || !words.getFirst().equals(name)) {
            throw new IllegalArgumentException(
                    "'%s' is no state of %s: the name and %d figures are"
                            .formatted(text, name, figures));
        }
        return new StateText(text, words);
    }

    static String write(String name, Object... figures) {
        return Stream.concat(Stream.of(name), Stream.of(figures).map(String::valueOf))
                .collect(Collectors.joining(" "));
    }

    static String list(List<BigDecimal> figures) {
        return figures.isEmpty()
                ? NONE
                : figures.stream().map(BigDecimal::toString).collect(Collectors.joining(","));
    }

    boolean isNone(int figure) {
        return words.get(figure).equals(NONE);
    }

    int count(int figure) {
        try {
            return Integer.parseInt(words.get(figure));
        } catch (NumberFormatException e) {
            throw notANumber(figure, e);
        }
    }

    BigDecimal decimal(int figure) {
        return decimal(figure, words.get(figure));
    }

    List<BigDecimal> decimals(int figure) {
        return isNone(figure)
                ? List.of()
                : Stream.of(words.get(figure).split(",", -1))
                        .map(word -> decimal(figure, word))
                        .toList();
    }

    private BigDecimal decimal(int figure, String word) {
        try {
            return new BigDecimal(word);
        } catch (NumberFormatException e) {
            throw notANumber(figure, e);
        }
    }

    private IllegalArgumentException notANumber(int figure, NumberFormatException cause) {
        return new IllegalArgumentException(
                "'%s' is no state: figure %d is no number".formatted(text, figure), cause);
    }
}
