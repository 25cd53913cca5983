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
/// @param trainingImage URI of the training container's image
/// @param trainingRoleArn role that the job runs as
/// @param instanceType what the job runs on, such as `ml.m5.large`
/// @param region AWS region of all of it
/// @param sageMaker endpoint of SageMaker's API
public record TrainTriggerSettings(
        String lakeBucket,
        String trainingImage,
        String trainingRoleArn,
        String instanceType,
        String region,
        URI sageMaker) {
    /// Throws NullPointerException that names a variable which is not set.
    public static TrainTriggerSettings from(Map<String, String> environment) {
        String region = required(environment, "AWS_REGION");
        return new TrainTriggerSettings(
                required(environment, "LAKE_BUCKET"),
                required(environment, "TRAINING_IMAGE"),
                required(environment, "TRAINING_ROLE_ARN"),
                required(environment, "TRAINING_INSTANCE_TYPE"),
                region,
                findEndpoint(environment).orElseGet(() -> endpointOf(region)));
    }

    private static String required(Map<String, String> environment, String name) {
        return requireNonNull(environment.get(name), name + " is not set");
    }

    // The SDK's own rule: the service's variable, then the one of all services.
    private static Optional<URI> findEndpoint(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_SAGEMAKER"))
                .or(() -> Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")))
                .map(URI::create);
    }

    private static URI endpointOf(String region) {
        String domain = PartitionMetadata.of(Region.of(region)).dnsSuffix();
        return URI.create("https://api.sagemaker.%s.%s/".formatted(region, domain));
    }
}
