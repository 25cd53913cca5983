package dev.bellwether.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.template.Parameter;
import dev.bellwether.local.template.Subscription;
import dev.bellwether.local.template.Topic;
import dev.bellwether.local.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.SsmException;

class ThinServicesTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:alerts";
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    @TempDir Path state;
    private Outbox outbox;
    private ThinServices services;
    private SnsClient sns;
    private SsmClient ssm;

    @BeforeEach
    void start() {
        outbox = new Outbox(state.resolve("outbox"));
        Topic topic =
                new Topic(
                        "S",
                        "Alerts",
                        "alerts",
                        TOPIC,
                        List.of(
                                new Subscription(
                                        "email",
                                        "all@example.com",
                                        Optional.empty(),
                                        "MessageAttributes"),
                                new Subscription(
                                        "sms",
                                        "+15550100",
                                        Optional.of(
                                                Json.parse(
                                                        "{\"direction\":[\"up\"],\"close\":[{\"numeric\":[\">\",100]}]}")),
                                        "MessageAttributes")));
        services = ThinServices.start();
        services.serve(
                new SnsTopics(List.of(topic), outbox, () -> Instant.parse("2026-01-01T00:00:00Z")));
        services.serve(
                new SsmParameters(
                        List.of(new Parameter("S", "P", "/plain", "String", "shown")),
                        Map.of("/bellwether/key", "SECRET")));
        sns =
                SnsClient.builder()
                        .endpointOverride(services.address())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(CREDENTIALS)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
        ssm =
                SsmClient.builder()
                        .endpointOverride(services.address())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(CREDENTIALS)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
    }

    @AfterEach
    void stop() {
        sns.close();
        ssm.close();
        services.close();
    }

    @Test
    void aPublishedMessageIsInTheOutboxWithWhoWouldGetIt() {
        String up = publish("up", "269.7");
        String down = publish("down", "269.7");

        List<JsonNode> messages = outbox.messages("alerts");
        assertThat(messages)
                .extracting(message -> message.path("messageId").asText())
                .containsExactly(up, down);
        assertThat(messages.getFirst())
                .hasToString(
                        ("{\"messageId\":\"%s\",\"topicArn\":\"%s\",\"publishedAt\":\"2026-01-01T00:00:00Z\","
                                        + "\"subject\":\"AAPL crossed\",\"message\":\"SMA-5 & SMA-20 + ü\","
                                        + "\"attributes\":{\"direction\":{\"type\":\"String\",\"value\":\"up\"},"
                                        + "\"close\":{\"type\":\"Number\",\"value\":\"269.7\"}},"
                                        + "\"deliveries\":[{\"protocol\":\"email\",\"endpoint\":\"all@example.com\"},"
                                        + "{\"protocol\":\"sms\",\"endpoint\":\"+15550100\"}]}")
                                .formatted(up, TOPIC));
        assertThat(messages.getLast().path("deliveries")).hasSize(1);
    }

    private String publish(String direction, String close) {
        return sns.publish(request ->
                        request.topicArn(TOPIC)
                                .subject("AAPL crossed")
                                .message("SMA-5 & SMA-20 + ü")
                                .messageAttributes(orderedAttributes(direction, close)))
                .messageId();
    }

    private static Map<String, MessageAttributeValue> orderedAttributes(
            String direction, String close) {
        Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("direction", attribute("String", direction));
        attributes.put("close", attribute("Number", close));
        return attributes;
    }

    private static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }

    @Test
    void ofATextForEachProtocolEverySubscriptionGetsItsOwn() {
        String json =
                "{\"default\":\"for all\",\"sms\":\"short\",\"pigeon\":\"coo\",\"email\":{\"no\":\"text\"}}";
        sns.publish(request ->
                request.topicArn(TOPIC)
                        .messageStructure("json")
                        .message(json)
                        .messageAttributes(orderedAttributes("up", "269.7")));

        JsonNode message = outbox.messages("alerts").getFirst();
        assertThat(message.path("message").asText()).isEqualTo("for all");
        assertThat(message.path("deliveries"))
                .hasToString(
                        "[{\"protocol\":\"email\",\"endpoint\":\"all@example.com\"},"
                                + "{\"protocol\":\"sms\",\"endpoint\":\"+15550100\",\"message\":\"short\"}]");
    }

    @Test
    void aListOfAttributesPassesAPolicyWithOneOfItsElements() {
        Map<String, MessageAttributeValue> attributes = orderedAttributes("x", "269.7");
        attributes.put("direction", attribute("String.Array", "[\"down\",\"up\"]"));

        sns.publish(
                request -> request.topicArn(TOPIC).message("digest").messageAttributes(attributes));

        assertThat(outbox.messages("alerts").getFirst().path("deliveries")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain text",
                "{\"sms\":\"no default\"}",
                "[\"default\"]",
                "{\"default\":1}"
            })
    void aStructureWithoutADefaultIsRefused(String message) {
        assertThatThrownBy(() ->
                        sns.publish(request ->
                                request.topicArn(TOPIC).messageStructure("json").message(message)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("no default entry");
        assertThat(outbox.messages("alerts")).isEmpty();
    }

    @Test
    void whatIsNotActedOutIsRefusedByName() {
        assertThatThrownBy(() ->
                        sns.publish(request ->
                                request.topicArn(TOPIC).message("m").messageGroupId("g")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("MessageGroupId is not acted out here");
        assertThatThrownBy(() ->
                        sns.publish(request ->
                                request.topicArn(TOPIC).message("m").messageStructure("xml")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("MessageStructure xml is not known");
        assertThatThrownBy(() ->
                        sns.publish(request ->
                                request.topicArn(TOPIC)
                                        .message("m")
                                        .messageAttributes(
                                                Map.of("a", attribute("Datetime", "now")))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("type Datetime");
        assertThat(outbox.messages("alerts")).isEmpty();
    }

    @Test
    void aLineThatAKillCutShortIsTakenAway() throws IOException {
        publish("up", "1");
        Files.writeString(
                state.resolve("outbox/alerts.jsonl"),
                "{\"messageId\":\"cut",
                StandardOpenOption.APPEND);
        assertThat(outbox.messages("alerts")).hasSize(1);
        publish("up", "2");
        assertThat(outbox.messages("alerts")).hasSize(2);
    }

    @Test
    void whatSnsRefusesIsRefusedInItsWords() {
        assertThatThrownBy(() -> sns.publish(request -> request.topicArn(TOPIC + "x").message("m")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        sns.publish(request ->
                                request.topicArn(TOPIC).message("m").subject("two\nlines")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Subject");
        assertThat(outbox.messages("alerts")).isEmpty();
    }

    @Test
    void aSecretIsReadOnlyWithDecryptionAndNeverWritten() throws IOException {
        assertThat(
                        ssm.getParameter(request ->
                                        request.name("/bellwether/key").withDecryption(true))
                                .parameter()
                                .value())
                .isEqualTo("SECRET");
        assertThat(ssm.getParameter(request -> request.name("/bellwether/key")).parameter().value())
                .doesNotContain("SECRET");
        assertThat(ssm.getParameter(request -> request.name("/plain")).parameter().value())
                .isEqualTo("shown");
        assertThatThrownBy(() -> ssm.getParameter(request -> request.name("/none")))
                .isInstanceOf(ParameterNotFoundException.class);
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void aCallThatNothingServesFailsByNameAndIsRemembered() {
        assertThatThrownBy(() -> sns.createTopic(request -> request.name("more")))
                .isInstanceOf(SnsException.class)
                .hasMessageContaining("sns CreateTopic is not served on this machine");
        assertThatThrownBy(() -> ssm.putParameter(request -> request.name("n").value("v")))
                .isInstanceOf(SsmException.class)
                .hasMessageContaining("ssm PutParameter is not served on this machine");
        assertThat(services.refusedCalls()).containsExactly("sns CreateTopic", "ssm PutParameter");
    }
}
