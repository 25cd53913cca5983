package dev.bellwether.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.bellwether.alerts.Effects.Mishap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The event as Lambda's own runtime reads it, the answer as that runtime writes it.
class TrendAlertsHandlerTest {
    private static final int CROSSING = 25;

    private final RecordingContext context = new RecordingContext();

    @Test
    void anEventOfTheTablesStreamBecomesAnAlertRow() throws IOException {
        MarketInMemory market = crossingMarket(Effects.undisturbed());

        String answer = handle(market);

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(market.alertRows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text("sk")).startsWith("alert#2025-02-10T14:30:00Z#");
                    assertThat(row.text("created_at")).isEqualTo("2025-02-11T05:00:00Z");
                });
        assertThat(context.lines)
                .containsExactly(
                        "3 changes seen: 1 alerts fired, 0 recorded, 0 retracted, 0 messages sent, 0 items quarantined");
    }

    @Test
    void aFailedCallAnswersWithTheFirstChangeToComeAgain() throws IOException {
        String answer = handle(crossingMarket(new Effects(Map.of(0, Mishap.FAILED_BEFORE))));

        assertThat(answer)
                .isEqualTo(
                        "{\"batchItemFailures\":[{\"itemIdentifier\":\"100000000003498069978\"}]}");
        assertThat(context.lines)
                .singleElement()
                .asString()
                .endsWith(
                        "stopped at sequence number 100000000003498069978, which comes again: connection refused");
    }

    private static MarketInMemory crossingMarket(Effects effects) {
        MarketInMemory market = new MarketInMemory(effects);
        market.backfill(ChangeBatchTest.levelThenDip(CROSSING));
        market.storeOfItsDay(CROSSING, 100);
        return market;
    }

    private String handle(MarketInMemory market) throws IOException {
        ClassLoader loader = getClass().getClassLoader();
        PojoSerializer<DynamodbEvent> events =
                LambdaEventSerializers.serializerFor(DynamodbEvent.class, loader);
        PojoSerializer<StreamsEventResponse> answers =
                LambdaEventSerializers.serializerFor(StreamsEventResponse.class, loader);
        try (InputStream json = loader.getResourceAsStream("events/dynamodb.json");
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            StreamsEventResponse answer =
                    new TrendAlertsHandler(ChangeBatchTest.function(market))
                            .handleRequest(events.fromJson(json), context);
            answers.toJson(answer, out);
            return out.toString(StandardCharsets.UTF_8);
        }
    }
}
