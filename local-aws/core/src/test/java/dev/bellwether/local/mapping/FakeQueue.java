package dev.bellwether.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.wire.Json;
import dev.bellwether.local.wire.JsonService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A queue in memory; a received message is hidden until the test makes it visible again.
final class FakeQueue implements ServiceCalls {
    private final Deque<ObjectNode> visible = new ArrayDeque<>();
    private final List<ObjectNode> hidden = new ArrayList<>();
    private int sent;

    FakeQueue send(String... bodies) {
        for (String body : bodies) {
            sent++;
            ObjectNode message =
                    Json.object()
                            .put("MessageId", "id-" + sent)
                            .put("ReceiptHandle", "handle-" + sent)
                            .put("Body", body)
                            .put("MD5OfBody", "md5");
            message.putObject("Attributes").put("ApproximateReceiveCount", "1");
            visible.add(message);
        }
        return this;
    }

    void visibilityTimeoutPasses() {
        visible.addAll(hidden);
        hidden.clear();
    }

    /// Bodies of the messages that are not deleted.
    List<String> remaining() {
        List<String> bodies = new ArrayList<>();
        visible.forEach(message -> bodies.add(message.path("Body").asText()));
        hidden.forEach(message -> bodies.add(message.path("Body").asText()));
        return bodies;
    }

    @Override
    public JsonNode call(JsonService service, String action, JsonNode request) {
        ObjectNode answer = Json.object();
        switch (action) {
            case "GetQueueUrl" -> answer.put("QueueUrl", "http://queue");
            case "ReceiveMessage" -> {
                var messages = answer.putArray("Messages");
                int limit = request.path("MaxNumberOfMessages").asInt();
                while (!visible.isEmpty() && messages.size() < limit) {
                    ObjectNode message = visible.removeFirst();
                    hidden.add(message);
                    messages.add(message);
                }
            }
            case "DeleteMessageBatch" ->
                    request.path("Entries")
                            .forEach(entry ->
                                    hidden.removeIf(message ->
                                            message.path("ReceiptHandle")
                                                    .equals(entry.path("ReceiptHandle"))));
            default -> throw new AssertionError(action);
        }
        return answer;
    }
}
