package dev.bellwether.alerts.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alerts.channel.SendOutcome.Refused;
import dev.bellwether.alerts.channel.SendOutcome.Sent;
import dev.bellwether.alerts.channel.SendOutcome.Unreachable;
import dev.bellwether.alerts.message.AlertNotice;
import dev.bellwether.alerts.message.NoticeJson;
import dev.bellwether.alerts.message.NoticeKind;
import dev.bellwether.alerts.message.Rows;
import java.time.Instant;
import java.time.InstantSource;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_761_796_805);
    private static final AlertNotice NOTICE =
            AlertNotice.read(Rows.fired("0123"), NoticeKind.FIRED);

    private final HttpPost http = new HttpPost(new OkHttpClient(), 3, _ -> {});

    /// RFC 2104's construction written out: H((K ^ opad) || H((K ^ ipad) || text)).
    @Test
    void theSignatureIsTheHmacOfTimeAndBody() throws Exception {
        try (Receiver receiver = new Receiver()) {
            assertThat(webhook(receiver, () -> "s3cret").send(NOTICE)).isEqualTo(new Sent());

            Receiver.Request request = receiver.requests.getFirst();
            String signed = "1761796805." + new String(request.body(), UTF_8);
            assertThat(request.headers().first("X-Bellwether-Signature"))
                    .isEqualTo("t=1761796805,v1=" + IndependentHmac.sha256("s3cret", signed));
        }
    }

    /// `printf '1761796805.{}' | openssl dgst -sha256 -hmac s3cret`
    @Test
    void theSignatureIsWhatOpensslSays() {
        assertThat(Signature.of("{}".getBytes(UTF_8), "s3cret", NOW))
                .isEqualTo(
                        "t=1761796805,v1=46a20ac1a886069b5c5be9ffe8cbf4b6eb329386ffd7b14aa81ebcd2c15b388c");
    }

    @Test
    void aRepetitionIsKnownByItsKey() {
        try (Receiver receiver = new Receiver(500, 200)) {
            webhook(receiver, () -> "s3cret").send(NOTICE);

            assertThat(receiver.requests)
                    .hasSize(2)
                    .allSatisfy(request -> {
                        assertThat(request.headers().first("Idempotency-Key"))
                                .isEqualTo("0123-fired");
                        assertThat(request.body()).isEqualTo(NoticeJson.webhook(NOTICE));
                    });
        }
    }

    @Test
    void aSecretThatCannotBeReadIsNoReasonToThrow() {
        try (Receiver receiver = new Receiver()) {
            SecretSource broken =
                    () -> {
                        throw new DeliveryFailedException(
                                "Reading parameter /x failed", new IllegalStateException());
                    };

            assertThat(webhook(receiver, broken).send(NOTICE))
                    .isEqualTo(new Unreachable("Reading parameter /x failed"));
            assertThat(webhook(receiver, () -> " ").send(NOTICE)).isInstanceOf(Refused.class);
            assertThat(new SlackWebhook(http, broken).send(NOTICE))
                    .isEqualTo(new Unreachable("Reading parameter /x failed"));
            assertThat(receiver.requests).isEmpty();
        }
    }

    @Test
    void slackGetsOneText() {
        try (Receiver receiver = new Receiver()) {
            SlackWebhook slack = new SlackWebhook(http, () -> receiver.url() + "\n");

            assertThat(slack.send(NOTICE)).isEqualTo(new Sent());

            assertThat(new String(receiver.requests.getFirst().body(), UTF_8))
                    .startsWith("{\"text\":\"AAPL: SMA-5 crossed above SMA-20 on 2025-10-29.");
        }
    }

    @Test
    void anAddressOfSlackThatIsNoneIsNotRepeated() {
        assertThat(new SlackWebhook(http, () -> "hooks.slack.com/T0/B0/secret").send(NOTICE))
                .isEqualTo(new Refused("the parameter of the address holds none"));
    }

    private Webhook webhook(Receiver receiver, SecretSource secret) {
        return new Webhook(http, receiver.url(), secret, InstantSource.fixed(NOW));
    }
}
