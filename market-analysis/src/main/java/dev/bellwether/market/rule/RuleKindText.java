package dev.bellwether.market.rule;

import dev.bellwether.market.rule.RuleKind.MoveUnit;
import dev.bellwether.market.rule.RuleKind.PercentChange;
import dev.bellwether.market.rule.RuleKind.PriceLevel;
import dev.bellwether.market.rule.RuleKind.RsiThreshold;
import dev.bellwether.market.rule.RuleKind.SmaCrossover;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Kinds of rules as people write them.
final class RuleKindText {
    private static final String FORMS =
            "sma-crossover:FAST,SLOW, percent-change:PERCENT, percent-change:DEVIATIONSsd, price-level:PRICE"
                    + " and rsi-threshold:PERIOD,LEVEL";
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,4}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");

    private RuleKindText() {}

    static RuleKind parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        List<String> arguments =
                colon < 0 ? List.of() : List.of(text.substring(colon + 1).split(",", -1));
        return switch (name) {
            case "sma-crossover" -> {
                requireArguments(text, arguments, "sma-crossover:5,20");
                yield new SmaCrossover(
                        count(text, arguments.get(0)), count(text, arguments.get(1)));
            }
            case "percent-change" -> {
                requireArguments(text, arguments, "percent-change:5");
                yield percentChange(text, arguments.getFirst());
            }
            case "price-level" -> {
                requireArguments(text, arguments, "price-level:150");
                yield new PriceLevel(amount(text, arguments.getFirst()));
            }
            case "rsi-threshold" -> {
                requireArguments(text, arguments, "rsi-threshold:14,70");
                yield new RsiThreshold(
                        count(text, arguments.get(0)), amount(text, arguments.get(1)));
            }
            default ->
                    throw new IllegalArgumentException(
                            "There is no rule '%s'; there are %s".formatted(text, FORMS));
        };
    }

    private static PercentChange percentChange(String text, String argument) {
        String suffix = MoveUnit.DEVIATIONS.suffix();
        return argument.endsWith(suffix)
                ? new PercentChange(
                        amount(text, argument.substring(0, argument.length() - suffix.length())),
                        MoveUnit.DEVIATIONS)
                : new PercentChange(amount(text, argument), MoveUnit.PERCENT);
    }

    private static void requireArguments(String text, List<String> arguments, String example) {
        long wanted = Stream.of(example.split(",", -1)).count();
        if (arguments.size() != wanted) {
            throw new IllegalArgumentException(
                    "'%s' is no rule; it is written like %s".formatted(text, example));
        }
    }

    private static int count(String text, String argument) {
        if (!COUNT.matcher(argument).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no rule: '%s' is no number of bars".formatted(text, argument));
        }
        return Integer.parseInt(argument);
    }

    private static BigDecimal amount(String text, String argument) {
        if (!AMOUNT.matcher(argument).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no rule: '%s' is no amount such as 5 or 2.5"
                            .formatted(text, argument));
        }
        return new BigDecimal(argument);
    }

    /// The same number as `50` for `50.0` and for `5E+1`, so that equal rules are equal.
    static BigDecimal normal(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String plain(BigDecimal amount) {
        return normal(amount).toPlainString();
    }
}
