package dev.bellwether.local.function;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/// How asynchronous events of a function are retried: `AWS::Lambda::EventInvokeConfig`.
///
/// @param maximumRetryAttempts retries after the first attempt, 0 to 2
/// @param maximumEventAge older events are dropped, 60 s to 6 h
public record EventInvokeConfig(int maximumRetryAttempts, Duration maximumEventAge) {
    /// What Lambda does without such a resource.
    ///
    /// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
    public static final EventInvokeConfig DEFAULT = new EventInvokeConfig(2, Duration.ofHours(6));

    public EventInvokeConfig {
        // https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html
        if (maximumRetryAttempts < 0 || maximumRetryAttempts > 2) {
            throw new IllegalArgumentException(
                    "MaximumRetryAttempts %d is not 0, 1 or 2".formatted(maximumRetryAttempts));
        }
        if (maximumEventAge.compareTo(Duration.ofMinutes(1)) < 0
                || maximumEventAge.compareTo(Duration.ofHours(6)) > 0) {
            throw new IllegalArgumentException(
                    "MaximumEventAgeInSeconds %d is not within 60 and 21600"
                            .formatted(maximumEventAge.toSeconds()));
        }
    }

    /// @param properties the resource's properties, without unresolved functions
    public static EventInvokeConfig from(JsonNode properties) {
        if (!properties.path("DestinationConfig").isMissingNode()
                && !properties.path("DestinationConfig").isEmpty()) {
            throw new IllegalArgumentException(
                    "EventInvokeConfig has a DestinationConfig, which is not acted out for asynchronous events: remove it or add it to AsyncInvoker");
        }
        return new EventInvokeConfig(
                properties.path("MaximumRetryAttempts").asInt(DEFAULT.maximumRetryAttempts()),
                Duration.ofSeconds(
                        properties
                                .path("MaximumEventAgeInSeconds")
                                .asLong(DEFAULT.maximumEventAge().toSeconds())));
    }
}
