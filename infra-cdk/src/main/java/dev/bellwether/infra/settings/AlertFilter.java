package dev.bellwether.infra.settings;

import static dev.bellwether.infra.settings.ContextKey.ALERT_FILTER;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Which alerts pass, by the attributes of their messages; written
/// `severity=warning|critical;symbol=AAPL`.
///
/// @param values what passes, by attribute; nothing lets everything pass
public record AlertFilter(Map<String, List<String>> values) {
    private static final Map<String, Pattern> FORMS =
            Map.of(
                    "severity", Pattern.compile("info|warning|critical"),
                    "direction", Pattern.compile("up|down"),
                    "symbol", Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,11}"));
    private static final String RULE =
            "severity=, direction= and symbol=, each once, by semicolons, each with values by | like "
                    + "severity=warning|critical;symbol=AAPL|MSFT;direction=up";

    /// docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html: combinations
    /// of a policy's values. Each attribute has one value more than is written here, for tests.
    private static final int MOST_COMBINATIONS = 150;

    /// Copies the map.
    public AlertFilter {
        values = Map.copyOf(values);
    }

    static AlertFilter read(ContextReader reader) {
        String text = reader.find(ALERT_FILTER).orElse("");
        Map<String, List<String>> values = new TreeMap<>();
        if (reader.find(ALERT_FILTER).isEmpty()) {
            return new AlertFilter(values);
        }
        for (String part : text.split(";", -1)) {
            String[] sides = part.strip().split("=", -1);
            if (sides.length != 2
                    || !areValues(sides[0], sides[1])
                    || values.containsKey(sides[0])) {
                reader.malformed(ALERT_FILTER, text, RULE);
                return new AlertFilter(Map.of());
            }
            values.put(sides[0], List.of(sides[1].split("\\|", -1)));
        }
        int combinations = 1;
        for (List<String> some : values.values()) {
            combinations *= some.size() + 1;
        }
        if (combinations > MOST_COMBINATIONS) {
            reader.malformed(
                    ALERT_FILTER, text, "shorter: SNS takes 150 combinations of values at most");
        }
        return new AlertFilter(values);
    }

    private static boolean areValues(String name, String text) {
        Pattern form = FORMS.get(name);
        List<String> values = List.of(text.split("\\|", -1));
        return form != null
                && values.stream().allMatch(value -> form.matcher(value).matches())
                && values.stream().distinct().count() == values.size();
    }
}
