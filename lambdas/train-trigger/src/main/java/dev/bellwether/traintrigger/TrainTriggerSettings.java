package dev.bellwether.traintrigger;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/// What the function is told by its environment.
///
/// @param lakeBucket bucket of the lake
/// @param region AWS region of all of it
/// @param backend where jobs run: with `TRAINING_FUNCTION` a function, else SageMaker
public record TrainTriggerSettings(String lakeBucket, String region, TrainingBackend backend) {
    /// Throws NullPointerException that names a variable which is not set.
    public static TrainTriggerSettings from(Map<String, String> environment) {
        String region = required(environment, "AWS_REGION");
        return new TrainTriggerSettings(
                required(environment, "LAKE_BUCKET"), region, backend(environment, region));
    }

    private static TrainingBackend backend(Map<String, String> environment, String region) {
        Optional<String> function = Optional.ofNullable(environment.get("TRAINING_FUNCTION"));
        if (function.isPresent()) {
            return new TrainingBackend.Function(
                    function.get(),
                    findEndpoint(environment, "AWS_ENDPOINT_URL_LAMBDA")
                            .orElseGet(() -> endpointOf("lambda", region)));
        }
        return new TrainingBackend.SageMaker(
                required(environment, "TRAINING_IMAGE"),
                required(environment, "TRAINING_ROLE_ARN"),
                required(environment, "TRAINING_INSTANCE_TYPE"),
                findEndpoint(environment, "AWS_ENDPOINT_URL_SAGEMAKER")
                        .orElseGet(() -> endpointOf("api.sagemaker", region)));
    }

    private static String required(Map<String, String> environment, String name) {
        return requireNonNull(environment.get(name), name + " is not set");
    }

    // The SDK's own rule: the service's variable, then the one of all services.
    private static Optional<URI> findEndpoint(Map<String, String> environment, String own) {
        return Optional.ofNullable(environment.get(own))
                .or(() -> Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")))
                .map(URI::create);
    }

    private static URI endpointOf(String service, String region) {
        String domain = PartitionMetadata.of(Region.of(region)).dnsSuffix();
        return URI.create("https://%s.%s.%s/".formatted(service, region, domain));
    }
}
