package dev.bellwether.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alerts.channel.Channel;
import dev.bellwether.alerts.channel.HttpPost;
import dev.bellwether.alerts.channel.IndependentHmac;
import dev.bellwether.alerts.channel.Receiver;
import dev.bellwether.alerts.channel.SendOutcome;
import dev.bellwether.alerts.channel.SlackWebhook;
import dev.bellwether.alerts.channel.Webhook;
import dev.bellwether.alerts.delivery.DeliveryRun;
import dev.bellwether.alerts.delivery.DeliverySettings;
import dev.bellwether.market.SeriesFacts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/// From a crossing bar to somebody's server on loopback: the client is the test's, because the
/// function's own does not connect there.
class WebhookEndToEndTest {
    private static final int CROSSING = 25;
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final MarketInMemory market = new MarketInMemory(Effects.undisturbed());
    private final DeliveryRun run = new DeliveryRun();

    @Test
    void aCrossingArrivesSignedAtTheWebhookAndReadableAtTheChat() throws Exception {
        try (Receiver program = new Receiver(503);
                Receiver chat = new Receiver()) {
            alert(program, chat);

            assertThat(program.requests).hasSize(2);
            Receiver.Request request = program.requests.getLast();
            String id = market.messages.getFirst().text("alert_id");
            String body = new String(request.body(), UTF_8);
            assertThat(body)
                    .startsWith("{\"schema_version\":1,\"kind\":\"fired\",\"id\":\"" + id)
                    .contains("\"symbol\":\"AAPL\"", "\"direction\":\"up\"");
            assertThat(request.headers().first("Idempotency-Key")).isEqualTo(id + "-fired");
            String time = Long.toString(MarketInMemory.SENT_AT.getEpochSecond());
            assertThat(request.headers().first("X-Bellwether-Signature"))
                    .isEqualTo(
                            "t=%s,v1=%s"
                                    .formatted(
                                            time,
                                            IndependentHmac.sha256("s3cret", time + "." + body)));
            assertThat(new String(chat.requests.getFirst().body(), UTF_8))
                    .contains("AAPL: SMA-5 crossed above SMA-20", "Not investment advice.");
            assertThat(row().attributes())
                    .containsKeys("sent_at", "webhook_sent_at", "slack_sent_at");
            assertThat(run.reports()).isEmpty();
        }
    }

    @Test
    void aWebhookThatHangsCostsOneRowsWebhookAndNothingElse() {
        try (Receiver program = new Receiver(Receiver.HANG, Receiver.HANG, Receiver.HANG);
                Receiver chat = new Receiver()) {
            alert(program, chat);
            alert(program, chat);

            assertThat(program.requests).hasSize(3);
            assertThat(chat.requests).hasSize(1);
            assertThat(market.messages).hasSize(1);
            assertThat(row().text("webhook_failed"))
                    .isEqualTo("no answer (InterruptedIOException), 3 tries");
            assertThat(run.reports()).hasSize(1);
        }
    }

    private Item row() {
        return market.alertRows().getFirst();
    }

    /// Lets the function see the whole stream, as after a redeployment.
    private void alert(Receiver program, Receiver chat) {
        HttpPost http =
                new HttpPost(new OkHttpClient.Builder().callTimeout(PATIENCE).build(), 3, _ -> {});
        if (market.stream.isEmpty()) {
            market.backfill(ChangeBatchTest.levelThenDip(CROSSING));
            market.storeOfItsDay(CROSSING, 100);
        }
        ChangeBatch batch =
                new ChangeBatch(
                        new SeriesJudge(market, market, _ -> SeriesFacts.NONE),
                        market,
                        market,
                        market.delivery(
                                        DeliverySettings.from(Map.of()),
                                        Map.of(
                                                Channel.TOPIC,
                                                message -> {
                                                    market.messages.add(market.rowOf(message));
                                                    return new SendOutcome.Sent();
                                                },
                                                Channel.WEBHOOK,
                                                new Webhook(
                                                        http,
                                                        program.url(),
                                                        () -> "s3cret",
                                                        InstantSource.fixed(
                                                                MarketInMemory.SENT_AT)),
                                                Channel.SLACK,
                                                new SlackWebhook(
                                                        http, () -> chat.url().toString())))
                                .alerts());
        for (int place = 0; place < market.stream.size(); place++) {
            batch.process(List.of(market.stream.get(place)), run);
        }
    }
}
