package dev.bellwether.infra.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes values out of the context and notes what is wrong with them, so that one message can name
/// all of it.
final class ContextReader {
    // What the CDK itself keeps there: its feature flags, its options, and what it looked up.
    private static final List<String> OWN_PREFIXES_OF_THE_CDK =
            List.of(
                    "aws:cdk:",
                    "aws-cdk:",
                    "@aws-cdk/",
                    "@aws-cdk-",
                    "cdk:",
                    "availability-zones:",
                    "ami:",
                    "cc-api-provider:",
                    "endpoint-service-availability-zones:",
                    "hosted-zone:",
                    "key-provider:",
                    "load-balancer:",
                    "load-balancer-listener:",
                    "plugin:",
                    "security-group:",
                    "ssm:",
                    "vpc-provider:");
    private static final Set<String> OWN_KEYS_OF_THE_CDK = Set.of("acknowledged-issue-numbers");

    // A name starts with a slash, a key never does; and no segment may look like a key.
    private static final Pattern PARAMETER_NAME = Pattern.compile("(/[A-Za-z0-9_.-]+){2,15}");
    private static final Pattern LIKE_A_KEY = Pattern.compile(".*/[A-Z0-9]{12,}(/.*)?");

    private final Map<String, ?> context;
    private final List<String> problems = new ArrayList<>();

    ContextReader(Map<String, ?> context) {
        this.context = context;
        Set<String> known = new HashSet<>();
        Arrays.stream(ContextKey.values()).map(ContextKey::key).forEach(known::add);
        context.keySet().stream()
                .sorted()
                .filter(key -> !known.contains(key) && !isOfTheCdk(key))
                .forEach(key -> problems.add("'%s' is no known key".formatted(key)));
    }

    private static boolean isOfTheCdk(String key) {
        return OWN_KEYS_OF_THE_CDK.contains(key)
                || OWN_PREFIXES_OF_THE_CDK.stream().anyMatch(key::startsWith);
    }

    String text(ContextKey key, Pattern form, String rule) {
        String value = find(key).orElse(key.standard());
        if (!form.matcher(value).matches()) {
            malformed(key, value, rule);
        }
        return value;
    }

    Optional<String> findText(ContextKey key, Pattern form, String rule) {
        return find(key).map(_ -> text(key, form, rule));
    }

    List<String> list(ContextKey key, Pattern form, String rule) {
        String value = find(key).orElse(key.standard());
        if (value.isEmpty() && find(key).isEmpty()) {
            return List.of();
        }
        List<String> items = Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        for (String item : items) {
            if (!form.matcher(item).matches()) {
                malformed(key, item, rule);
            }
        }
        if (new HashSet<>(items).size() < items.size()) {
            malformed(key, value, "each entry once");
        }
        return items;
    }

    /// The name of an SSM parameter that holds a secret.
    String parameterName(ContextKey key) {
        String name = find(key).orElse(key.standard());
        if (!PARAMETER_NAME.matcher(name).matches() || LIKE_A_KEY.matcher(name).matches()) {
            malformedUnseen(
                    key,
                    "the name of an SSM parameter like %s, never the key itself"
                            .formatted(key.example()));
        }
        return name;
    }

    void malformed(ContextKey key, String value, String rule) {
        problems.add("'%s' has '%s', but must be: %s".formatted(key.key(), value, rule));
    }

    /// For a value that may be a secret: it must not show in a terminal or a build log.
    void malformedUnseen(ContextKey key, String rule) {
        problems.add("'%s' must be: %s (its value is not shown here)".formatted(key.key(), rule));
    }

    Optional<String> find(ContextKey key) {
        Object value = context.get(key.key());
        return switch (value) {
            case null -> Optional.empty();
            case String text -> Optional.of(text.strip());
            case Integer number -> Optional.of(number.toString());
            default -> {
                malformedUnseen(key, "one text");
                yield Optional.empty();
            }
        };
    }

    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidContextException(problems.stream().distinct().toList());
        }
    }
}
