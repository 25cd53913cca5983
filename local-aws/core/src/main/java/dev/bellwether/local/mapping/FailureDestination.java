package dev.bellwether.local.mapping;

import dev.bellwether.local.wire.Json;
import dev.bellwether.local.wire.JsonService;
import java.util.Optional;

/// Where given-up batches go.
@FunctionalInterface
interface FailureDestination {
    /// Returns the place for people when the batch is safely there.
    String send(DiscardedBatch batch);

    /// @param arn of a bucket, a queue or a topic; without one the batch is dropped, as on Lambda
    /// @throws IllegalArgumentException for any other resource
    static FailureDestination of(Optional<String> arn, MappingServices services) {
        return arn.map(target -> of(target, services)).orElse(_ -> "nowhere");
    }

    private static FailureDestination of(String arn, MappingServices services) {
        String[] parts = arn.split(":", 6);
        String service = parts.length == 6 ? parts[2] : arn;
        return switch (service) {
            case "s3" ->
                    batch -> {
                        String bucket = parts[5];
                        String key = batch.objectKey();
                        services.objects().put(bucket, key, batch.object());
                        return "s3://" + bucket + "/" + key;
                    };
            case "sqs" ->
                    batch -> {
                        var queue =
                                services.calls()
                                        .call(
                                                JsonService.SQS,
                                                "GetQueueUrl",
                                                Json.object().put("QueueName", parts[5]));
                        services.calls()
                                .call(
                                        JsonService.SQS,
                                        "SendMessage",
                                        Json.object()
                                                .put("QueueUrl", queue.path("QueueUrl").asText())
                                                .put("MessageBody", batch.message()));
                        return arn;
                    };
            case "sns" ->
                    batch -> {
                        services.topics().publish(arn, batch.message());
                        return arn;
                    };
            default ->
                    throw new IllegalArgumentException(
                            "Failure destination %s is no bucket, queue or topic".formatted(arn));
        };
    }
}
