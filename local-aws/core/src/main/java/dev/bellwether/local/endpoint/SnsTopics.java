package dev.bellwether.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.template.Subscription;
import dev.bellwether.local.template.Topic;
import dev.bellwether.local.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// SNS's Publish into the outbox: nothing leaves the machine, and what would have is written down.
///
/// Limits and errors: <https://docs.aws.amazon.com/sns/latest/api/API_Publish.html>. A subscription
/// is taken for confirmed. A parameter or a type of attribute that is not acted out is refused by
/// name, so that nothing is sent otherwise than on AWS.
public final class SnsTopics implements ThinService {
    private static final int MOST_MESSAGE_BYTES = 262_144;
    private static final int MOST_SUBJECT_CHARACTERS = 99; // "less than 100 characters long"
    private static final Set<String> PARAMETERS =
            Set.of("Action", "Version", "TopicArn", "Message", "MessageStructure", "Subject");
    private static final String ATTRIBUTES = "MessageAttributes.entry.";
    private static final Set<String> TYPES = Set.of("String", "String.Array", "Number", "Binary");

    private final Map<String, Topic> topics;
    private final Outbox outbox;
    private final InstantSource clock;

    public SnsTopics(List<Topic> topics, Outbox outbox, InstantSource clock) {
        this.topics = topics.stream().collect(Collectors.toMap(Topic::arn, Function.identity()));
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String signingName() {
        return "sns";
    }

    @Override
    public Set<String> actions() {
        return Set.of("Publish");
    }

    @Override
    public Answer answer(Call call) {
        Map<String, String> request = Form.parse(new String(call.body(), StandardCharsets.UTF_8));
        Topic topic = topics.get(request.getOrDefault("TopicArn", ""));
        if (topic == null) {
            return Answer.xmlError(404, "NotFound", "Topic does not exist");
        }
        Optional<String> fault = fault(request);
        if (fault.isPresent()) {
            return Answer.xmlError(400, "InvalidParameter", "Invalid parameter: " + fault.get());
        }
        String messageId = write(topic, request);
        return Answer.xml(
                ("<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult><MessageId>%s"
                                + "</MessageId></PublishResult><ResponseMetadata><RequestId>%s</RequestId>"
                                + "</ResponseMetadata></PublishResponse>")
                        .formatted(messageId, UUID.randomUUID()));
    }

    /// Publishes a message of Lambda's own, such as one of a failure destination.
    public void publish(String topicArn, String message) {
        Topic topic = topics.get(topicArn);
        if (topic == null) {
            throw new IllegalArgumentException("No topic of the template has the ARN " + topicArn);
        }
        write(topic, Map.of("Message", message));
    }

    private String write(Topic topic, Map<String, String> request) {
        String messageId = UUID.randomUUID().toString();
        outbox.append(topic.name(), entry(messageId, topic, request));
        return messageId;
    }

    private static Optional<String> fault(Map<String, String> request) {
        String message = request.getOrDefault("Message", "");
        String subject = request.get("Subject");
        if (message.isEmpty()) {
            return Optional.of("Empty message");
        }
        if (message.getBytes(StandardCharsets.UTF_8).length > MOST_MESSAGE_BYTES) {
            return Optional.of("Message too long");
        }
        Optional<String> unknown = unknown(request);
        if (unknown.isPresent()) {
            return unknown;
        }
        if (request.containsKey("MessageStructure") && !TextsByProtocol.isOne(message)) {
            return Optional.of(
                    "Message Structure - JSON message body failed to parse, or has no default entry");
        }
        return subject == null || isSubject(subject) ? Optional.empty() : Optional.of("Subject");
    }

    private static Optional<String> unknown(Map<String, String> request) {
        for (Map.Entry<String, String> parameter : request.entrySet()) {
            String name = parameter.getKey();
            if (!PARAMETERS.contains(name) && !name.startsWith(ATTRIBUTES)) {
                return Optional.of(name + " is not acted out here");
            }
            if (name.endsWith(".Value.DataType") && !TYPES.contains(parameter.getValue())) {
                return Optional.of(
                        "Message attributes of type %s are not acted out here; known are %s"
                                .formatted(parameter.getValue(), new TreeSet<>(TYPES)));
            }
        }
        String structure = request.getOrDefault("MessageStructure", "json");
        return structure.equals("json")
                ? Optional.empty()
                : Optional.of("MessageStructure %s is not known".formatted(structure));
    }

    private static boolean isSubject(String subject) {
        return !subject.isEmpty()
                && subject.length() <= MOST_SUBJECT_CHARACTERS
                && subject.chars().noneMatch(Character::isISOControl);
    }

    private ObjectNode entry(String messageId, Topic topic, Map<String, String> request) {
        TextsByProtocol texts =
                TextsByProtocol.of(
                        request.getOrDefault("Message", ""),
                        request.containsKey("MessageStructure"));
        ObjectNode attributes = attributes(request);
        ObjectNode entry = Json.object();
        entry.put("messageId", messageId);
        entry.put("topicArn", topic.arn());
        entry.put("publishedAt", clock.instant().toString());
        @Nullable String subject = request.get("Subject");
        if (subject != null) {
            entry.put("subject", subject);
        }
        entry.put("message", texts.standard());
        entry.set("attributes", attributes);
        ArrayNode deliveries = entry.putArray("deliveries");
        for (Subscription subscription : topic.subscriptions()) {
            String text = texts.of(subscription.protocol());
            if (accepts(subscription, text, attributes)) {
                ObjectNode delivery =
                        deliveries
                                .addObject()
                                .put("protocol", subscription.protocol())
                                .put("endpoint", subscription.endpoint());
                if (!text.equals(texts.standard())) {
                    delivery.put("message", text);
                }
            }
        }
        return entry;
    }

    private static ObjectNode attributes(Map<String, String> request) {
        ObjectNode attributes = Json.object();
        for (int i = 1; request.containsKey("MessageAttributes.entry." + i + ".Name"); i++) {
            String prefix = "MessageAttributes.entry." + i + ".";
            attributes
                    .putObject(request.getOrDefault(prefix + "Name", ""))
                    .put("type", request.getOrDefault(prefix + "Value.DataType", "String"))
                    .put(
                            "value",
                            request.getOrDefault(
                                    prefix + "Value.StringValue",
                                    request.getOrDefault(prefix + "Value.BinaryValue", "")));
        }
        return attributes;
    }

    private static boolean accepts(
            Subscription subscription, String message, ObjectNode attributes) {
        Optional<JsonNode> policy = subscription.filterPolicy();
        return policy.isEmpty()
                || (subscription.filterPolicyScope().equals("MessageBody")
                        ? FilterPolicy.matchesBody(policy.get(), message)
                        : FilterPolicy.matchesAttributes(policy.get(), attributes));
    }
}
