package dev.bellwether.infra.settings;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The context holds an unknown key or a malformed value. The message names every one, and the
/// known keys; it never repeats a value of an unknown key or of one that may be a secret.
public final class InvalidContextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidContextException(List<String> problems) {
        super(message(problems));
    }

    private static String message(List<String> problems) {
        return "The CDK context (-c key=value, cdk.json) cannot be used:%n%s%nKnown keys, each with an example:%n%s"
                .formatted(
                        problems.stream()
                                .map(problem -> "  * " + problem)
                                .collect(Collectors.joining(System.lineSeparator())),
                        Arrays.stream(ContextKey.values())
                                .map(ContextKey::help)
                                .collect(Collectors.joining(System.lineSeparator())));
    }
}
