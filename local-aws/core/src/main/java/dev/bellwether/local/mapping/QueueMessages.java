package dev.bellwether.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.wire.Json;
import dev.bellwether.local.wire.JsonService;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Receives and deletes messages of one queue.
final class QueueMessages {
    ///
    /// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
    static final int MOST_PER_CALL = 10;

    private final ServiceCalls calls;
    private final String queueName;
    private final String arn;
    private @Nullable String url;

    QueueMessages(ServiceCalls calls, String queueName, String arn) {
        this.calls = calls;
        this.queueName = queueName;
        this.arn = arn;
    }

    /// A message as SQS gave it.
    record Message(String id, String receiptHandle, JsonNode received) {
        /// One element of the `Records` of Lambda's SQS event.
        ///
        /// https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
        ObjectNode toEventRecord(String queueArn) {
            ObjectNode event =
                    Json.object()
                            .put("messageId", id)
                            .put("receiptHandle", receiptHandle)
                            .put("body", received.path("Body").asText());
            event.set("attributes", received.path("Attributes").deepCopy());
            ObjectNode attributes = event.putObject("messageAttributes");
            for (var attribute : received.path("MessageAttributes").properties()) {
                ObjectNode value = attributes.putObject(attribute.getKey());
                copy(attribute.getValue(), "StringValue", value, "stringValue");
                copy(attribute.getValue(), "BinaryValue", value, "binaryValue");
                value.putArray("stringListValues");
                value.putArray("binaryListValues");
                copy(attribute.getValue(), "DataType", value, "dataType");
            }
            return event.put("md5OfBody", received.path("MD5OfBody").asText())
                    .put("eventSource", "aws:sqs")
                    .put("eventSourceARN", queueArn)
                    .put("awsRegion", queueArn.split(":")[3]);
        }

        private static void copy(JsonNode from, String name, ObjectNode to, String newName) {
            if (from.has(name)) {
                to.set(newName, from.get(name));
            }
        }

        /// https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html: filters see the
        /// body decoded if it is JSON.
        JsonNode filterView(String queueArn) {
            ObjectNode view = toEventRecord(queueArn);
            try {
                view.set("body", Json.parse(received.path("Body").asText()));
            } catch (UncheckedIOException _) {
                return view; // a body that is no JSON stays a text
            }
            return view;
        }
    }

    /// Returns at once with what is visible now.
    List<Message> receive(int limit) {
        ObjectNode request =
                Json.object()
                        .put("QueueUrl", url())
                        .put("MaxNumberOfMessages", Math.min(limit, MOST_PER_CALL))
                        .put("WaitTimeSeconds", 0);
        request.putArray("AttributeNames").add("All");
        request.putArray("MessageAttributeNames").add("All");
        List<Message> messages = new ArrayList<>();
        for (JsonNode message :
                calls.call(JsonService.SQS, "ReceiveMessage", request).path("Messages")) {
            messages.add(
                    new Message(
                            message.path("MessageId").asText(),
                            message.path("ReceiptHandle").asText(),
                            message));
        }
        return messages;
    }

    void delete(List<Message> messages) {
        for (int from = 0; from < messages.size(); from += MOST_PER_CALL) {
            ObjectNode request = Json.object().put("QueueUrl", url());
            ArrayNode entries = request.putArray("Entries");
            for (Message message :
                    messages.subList(from, Math.min(from + MOST_PER_CALL, messages.size()))) {
                entries.addObject()
                        .put("Id", "m" + entries.size())
                        .put("ReceiptHandle", message.receiptHandle());
            }
            calls.call(JsonService.SQS, "DeleteMessageBatch", request);
        }
    }

    String arn() {
        return arn;
    }

    String queueName() {
        return queueName;
    }

    private String url() {
        if (url == null) {
            url =
                    calls.call(
                                    JsonService.SQS,
                                    "GetQueueUrl",
                                    Json.object().put("QueueName", queueName))
                            .path("QueueUrl")
                            .asText();
        }
        return url;
    }
}
