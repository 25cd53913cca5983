package dev.bellwether.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.bellwether.stream.Effects.Mishap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The event as Lambda's own runtime reads it, the answer as that runtime writes it.
class StreamProcessorHandlerTest {
    private static final String FIRST = "49668899999992912937164926461394842113834566894714257410";

    private final RecordingContext context = new RecordingContext();

    @Test
    void anEventOfKinesisIsStoredLandedAndQuarantined() throws IOException {
        Effects effects = Effects.undisturbed();
        RecordingTable table = new RecordingTable(effects);
        RecordingLake lake = new RecordingLake(effects);

        String answer = handle(new QuoteBatch(table, table, lake, _ -> {}));

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(table.quotes).hasSize(2);
        assertThat(lake.objects)
                .containsKey(
                        "quotes/dt=2025-10-29/hour=15/shardId-000000000000-%s.json"
                                .formatted(FIRST));
        assertThat(lake.quarantineKeys()).hasSize(1);
        assertThat(context.lines)
                .containsExactly("2 quotes stored and landed, 1 records quarantined");
    }

    @Test
    void aFailedWriteAnswersWithTheFirstRecordToComeAgain() throws IOException {
        Effects effects = new Effects(Map.of(0, Mishap.FAILED_BEFORE));
        RecordingTable table = new RecordingTable(effects);

        String answer = handle(new QuoteBatch(table, table, new RecordingLake(effects), _ -> {}));

        assertThat(answer)
                .isEqualTo(
                        "{\"batchItemFailures\":[{\"itemIdentifier\":\"%s\"}]}".formatted(FIRST));
        assertThat(context.lines)
                .singleElement()
                .asString()
                .endsWith(
                        "stopped at sequence number %s, which comes again: connection refused"
                                .formatted(FIRST));
    }

    private String handle(QuoteBatch batch) throws IOException {
        ClassLoader loader = getClass().getClassLoader();
        PojoSerializer<KinesisEvent> events =
                LambdaEventSerializers.serializerFor(KinesisEvent.class, loader);
        PojoSerializer<StreamsEventResponse> answers =
                LambdaEventSerializers.serializerFor(StreamsEventResponse.class, loader);
        try (InputStream json = loader.getResourceAsStream("events/kinesis.json");
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            StreamsEventResponse answer =
                    new StreamProcessorHandler(batch).handleRequest(events.fromJson(json), context);
            answers.toJson(answer, out);
            return out.toString(StandardCharsets.UTF_8);
        }
    }
}
