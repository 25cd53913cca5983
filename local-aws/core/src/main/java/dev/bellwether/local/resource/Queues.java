package dev.bellwether.local.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.template.Queue;
import dev.bellwether.local.wire.AwsJsonClient;
import dev.bellwether.local.wire.Json;

/// Creates SQS queues; one that is there with the same attributes is left as it is, as CreateQueue
/// does.
final class Queues {
    private final AwsJsonClient sqs;

    Queues(AwsJsonClient sqs) {
        this.sqs = sqs;
    }

    void create(Queue queue) {
        ObjectNode request = Json.object().put("QueueName", queue.name());
        ObjectNode attributes =
                request.putObject("Attributes")
                        .put("DelaySeconds", Long.toString(queue.delay().toSeconds()))
                        .put(
                                "VisibilityTimeout",
                                Long.toString(queue.visibilityTimeout().toSeconds()))
                        .put(
                                "MessageRetentionPeriod",
                                Long.toString(queue.messageRetention().toSeconds()));
        queue.redrivePolicy()
                .ifPresent(policy -> attributes.put("RedrivePolicy", Json.text(policy)));
        sqs.call("CreateQueue", request);
    }
}
