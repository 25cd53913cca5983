package dev.bellwether.stream;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/// What the function is told by its environment.
///
/// @param lakeBucket bucket of the lake
/// @param marketTable name of the DynamoDB table
/// @param region AWS region of both
public record StreamProcessorSettings(String lakeBucket, String marketTable, String region) {
    /// Throws NullPointerException that names a variable which is not set.
    public static StreamProcessorSettings from(Map<String, String> environment) {
        return new StreamProcessorSettings(
                requireNonNull(environment.get("LAKE_BUCKET"), "LAKE_BUCKET is not set"),
                requireNonNull(environment.get("MARKET_TABLE"), "MARKET_TABLE is not set"),
                requireNonNull(environment.get("AWS_REGION"), "AWS_REGION is not set"));
    }
}
