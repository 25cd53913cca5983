package dev.bellwether.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.alerts.channel.Channel;
import dev.bellwether.alerts.channel.DeliveryFailedException;
import dev.bellwether.alerts.channel.SendOutcome;
import dev.bellwether.alerts.channel.Sender;
import dev.bellwether.alerts.delivery.DeliverySettings;
import dev.bellwether.alerts.message.Outgoing;
import dev.bellwether.alerts.message.TestNotice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertDigestHandlerTest {
    private final MarketInMemory market = new MarketInMemory(Effects.undisturbed());
    private final List<Outgoing> topic = new ArrayList<>();
    private final Map<Channel, Sender> channels = new HashMap<>();
    private final RecordingContext context = new RecordingContext();

    AlertDigestHandlerTest() {
        channels.put(
                Channel.TOPIC,
                message -> {
                    topic.add(message);
                    return new SendOutcome.Sent();
                });
    }

    @Test
    void anHourWithoutHeldAlertsIsSilent() throws IOException {
        assertThat(call("{\"scheduledTime\":\"2025-10-30T14:05:00Z\"}"))
                .isEqualTo(
                        "{\"scheduledTime\":\"2025-10-30T14:05:00Z\",\"outcome\":\"nothing\",\"digest\":null,\"alerts\":0,\"reports\":[]}");
        assertThat(topic).isEmpty();
    }

    @Test
    void anHourOfTheNightIsQuiet() throws IOException {
        assertThat(call("{\"scheduledTime\":\"2025-10-30T04:05:00Z\"}"))
                .contains("\"outcome\":\"quiet-hours\"");
    }

    @Test
    void aTestGoesOutOnTheChannelsThatThereAre() throws IOException {
        channels.put(Channel.WEBHOOK, _ -> new SendOutcome.Refused("answered 404"));

        assertThat(call("{\"test\":\"all\",\"scheduledTime\":\"2025-10-30T14:00:00Z\"}"))
                .isEqualTo(
                        "{\"scheduledTime\":\"2025-10-30T14:00:00Z\",\"test\":\"all\",\"outcomes\":["
                                + "{\"channel\":\"email\",\"outcome\":\"sent\",\"reason\":null},"
                                + "{\"channel\":\"sms\",\"outcome\":\"sent\",\"reason\":null},"
                                + "{\"channel\":\"webhook\",\"outcome\":\"failed\",\"reason\":\"answered 404\"},"
                                + "{\"channel\":\"slack\",\"outcome\":\"not-configured\",\"reason\":\"no context key names such a channel\"}]}");
        assertThat(topic)
                .extracting(message -> ((TestNotice) message).protocols().toString())
                .containsExactly("[email]", "[sms]");
        assertThat(topic).extracting(Outgoing::id).doesNotHaveDuplicates();
    }

    @Test
    void aTopicThatFailsIsTheTestsAnswer() throws IOException {
        channels.put(
                Channel.TOPIC,
                _ -> {
                    throw new DeliveryFailedException("slow down", new IllegalStateException());
                });

        assertThat(call("{\"test\":\"email\",\"scheduledTime\":\"2025-10-30T14:00:00Z\"}"))
                .contains("\"outcome\":\"failed\",\"reason\":\"slow down\"");
    }

    @Test
    void aChannelThatIsNotKnownAndAnEventWithoutTimeAreRefused() {
        assertThatThrownBy(() ->
                        call("{\"test\":\"pigeon\",\"scheduledTime\":\"2025-10-30T14:00:00Z\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'pigeon'");
        assertThatThrownBy(() -> call("{\"test\":\"email\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scheduledTime");
    }

    private String call(String event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new AlertDigestHandler(
                        new DigestCall(
                                market.delivery(
                                                DeliverySettings.from(
                                                        Map.of("ALERT_QUIET_HOURS", "22:00-07:00")),
                                                channels)
                                        .digest(),
                                channels))
                .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, context);
        return answer.toString(UTF_8);
    }
}
