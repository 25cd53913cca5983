package dev.bellwether.infra;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.infra.Templates.Declared;
import java.util.AbstractMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A function's environment as Lambda would give it: the template's variables and the runtime's
/// own. It notes what is asked for.
final class FunctionEnvironment extends AbstractMap<String, String> {
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Set<String> declared = new TreeSet<>();
    private final Set<Object> read = new HashSet<>();

    private FunctionEnvironment() {}

    static FunctionEnvironment of(Templates templates, Declared function) {
        FunctionEnvironment environment = new FunctionEnvironment();
        environment.variables.put("AWS_REGION", "us-east-1");
        environment.variables.put("AWS_LAMBDA_FUNCTION_NAME", function.logicalId());
        function.at("/Environment/Variables")
                .properties()
                .forEach(variable -> {
                    environment.declared.add(variable.getKey());
                    environment.variables.put(
                            variable.getKey(), value(templates, variable.getValue()));
                });
        return environment;
    }

    /// A reference becomes a name or an ARN, whichever it would be on AWS.
    private static String value(Templates templates, JsonNode value) {
        String plain = templates.plain(value);
        if (!plain.startsWith("${")) {
            return plain;
        }
        String name = plain.substring(2, plain.length() - 1);
        if (name.equals("Alerts")) {
            return "arn:aws:sns:us-east-1:000000000000:Alerts";
        }
        return name.endsWith(".Arn")
                ? "arn:aws:iam::000000000000:role/" + name.replace(".Arn", "")
                : name.toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable String get(Object name) {
        read.add(name);
        return variables.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        read.add(name);
        return variables.containsKey(name);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.copyOf(variables.entrySet());
    }

    /// The template's variables that nobody asked for.
    Set<String> unread() {
        Set<String> unread = new TreeSet<>(declared);
        unread.removeAll(read);
        return unread;
    }
}
