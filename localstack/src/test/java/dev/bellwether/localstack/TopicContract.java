package dev.bellwether.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.aws.DiffersOn;
import dev.bellwether.aws.Eventually;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;

@AwsContract
final class TopicContract {
    private final AwsUnderTest aws;
    private final String topic;

    TopicContract(AwsUnderTest aws) {
        this.aws = aws;
        topic = aws.ref(Declared.TOPIC);
    }

    @Test
    void everySubscriptionIsSentWhatItsPolicyLetsThrough() {
        String prefix = "policy ";
        publish(prefix + "1 up", Map.of("direction", "up"));
        publish(prefix + "2 UP", Map.of("direction", "UP"));
        publish(prefix + "3 no attributes", Map.of());
        publish(prefix + "4 MSFT", Map.of("symbol", "MSFT", "rule", "sma"));
        publish(prefix + "5 NVDA up", Map.of("symbol", "NVDA", "rule", "sma", "direction", "up"));
        publish(prefix + "6 MSFT muted", Map.of("symbol", "MSFT", "rule", "muted"));
        publish(prefix + "7 MSFT without rule", Map.of("symbol", "MSFT"));
        publish(prefix + "8 of another symbol", Map.of("symbol", "AAPL", "rule", "sma"));

        assertThat(sentTo(Declared.PHONE_OF_ALL, prefix, 8))
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(sentTo(Declared.PHONE_OF_UP, prefix, 2)).containsExactlyInAnyOrder("1", "5");
        assertThat(sentTo(Declared.PHONE_OF_SYMBOLS, prefix, 2))
                .containsExactlyInAnyOrder("4", "5");
    }

    @Test
    void ofATextForEachProtocolATelephoneGetsTheShortOne() {
        aws.sns()
                .publish(publish ->
                        publish.topicArn(topic)
                                .messageStructure("json")
                                .message(
                                        "{\"default\":\"structure long\",\"sms\":\"structure short\",\"email\":\"structure mail\"}"));
        aws.sns()
                .publish(publish ->
                        publish.topicArn(topic)
                                .messageStructure("json")
                                .message("{\"default\":\"structure fallback\"}"));

        assertThat(sentTo(Declared.PHONE_OF_ALL, "structure ", 2))
                .containsExactlyInAnyOrder("short", "fallback");
    }

    @Test
    void aStructureWithoutADefaultIsRefused() {
        for (String message : List.of("{\"sms\":\"short\"}", "no json")) {
            assertThatThrownBy(() ->
                            aws.sns()
                                    .publish(publish ->
                                            publish.topicArn(topic)
                                                    .messageStructure("json")
                                                    .message(message)))
                    .as(message)
                    .isInstanceOf(InvalidParameterException.class);
        }
    }

    @Test
    void aListAmongTheAttributesPassesByOneOfItsElements() {
        aws.sns()
                .publish(publish ->
                        publish.topicArn(topic)
                                .message("list passes")
                                .messageAttributes(
                                        Map.of(
                                                "direction",
                                                MessageAttributeValue.builder()
                                                        .dataType("String.Array")
                                                        .stringValue("[\"down\",\"up\"]")
                                                        .build())));

        assertThat(sentTo(Declared.PHONE_OF_UP, "list ", 1)).containsExactly("passes");
    }

    @Test
    void everyMessageHasAnIdOfItsOwn() {
        assertThat(Stream.of("id 1", "id 2").map(text -> publish(text, Map.of())).toList())
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }

    @Test
    void anEmptyMessageIsRefused() {
        assertThatThrownBy(() -> publish("", Map.of()))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void aSubjectIsAnyTextOfOneLineShorterThanAHundredCharacters() {
        assertThat(publish("subject", "Überraschung ✓ " + "x".repeat(84))).isNotEmpty();
    }

    @Test
    void anEmptySubjectIsRefused() {
        assertThatThrownBy(() -> publish("subject", ""))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    @DiffersOn(
            value = "localstack",
            how = "takes any subject that is not empty",
            source = "https://docs.aws.amazon.com/sns/latest/api/API_Publish.html")
    void aSubjectOfAHundredCharactersOrOfSeveralLinesIsRefused() {
        for (String subject : List.of("x".repeat(100), "two\nlines", "a\ttab")) {
            assertThatThrownBy(() -> publish("subject", subject))
                    .as(subject)
                    .isInstanceOf(InvalidParameterException.class);
        }
    }

    @Test
    void aMessageOfMoreThan256KilobytesIsRefused() {
        assertThatThrownBy(() -> publish("ü".repeat(131_073), Map.of()))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void anUnknownTopicIsNotFound() {
        assertThatThrownBy(() ->
                        aws.sns()
                                .publish(publish ->
                                        publish.topicArn(topic + "-never-declared").message("x")))
                .isInstanceOf(NotFoundException.class);
    }

    private String publish(String message, String subject) {
        return aws.sns()
                .publish(publish -> publish.topicArn(topic).subject(subject).message(message))
                .messageId();
    }

    private String publish(String message, Map<String, String> attributes) {
        Map<String, MessageAttributeValue> values = new TreeMap<>();
        attributes.forEach((name, value) ->
                values.put(
                        name,
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue(value)
                                .build()));
        return aws.sns()
                .publish(publish ->
                        publish.topicArn(topic).message(message).messageAttributes(values))
                .messageId();
    }

    /// Numbers of the messages with that prefix that the phone got.
    private List<String> sentTo(String phone, String prefix, int count) {
        return Eventually.seen(
                () ->
                        aws.sentTo(phone).stream()
                                .filter(text -> text.startsWith(prefix))
                                .map(text -> text.split(" ")[1])
                                .toList(),
                sent -> sent.size() >= count);
    }
}
