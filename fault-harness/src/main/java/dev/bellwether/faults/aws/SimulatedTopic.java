package dev.bellwether.faults.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/// A topic that keeps what was published.
public final class SimulatedTopic {
    /// What a subscriber would get.
    ///
    /// @param attributes its texts by name
    public record Message(String body, Map<String, String> attributes) {}

    private final String arn;
    private final Consumer<Message> listener;
    private final List<Message> messages = new ArrayList<>();

    /// @param listener is told of every message
    public SimulatedTopic(String arn, Consumer<Message> listener) {
        this.arn = arn;
        this.listener = listener;
    }

    /// Its name.
    public String arn() {
        return arn;
    }

    /// All messages, in order.
    public List<Message> messages() {
        return messages;
    }

    /// Takes a message.
    public void publish(PublishRequest request) {
        Map<String, String> attributes = new TreeMap<>();
        request.messageAttributes()
                .forEach((name, value) -> attributes.put(name, value.stringValue()));
        Message message = new Message(request.message(), attributes);
        messages.add(message);
        listener.accept(message);
    }
}
