package dev.bellwether.local.mapping;

import static dev.bellwether.local.mapping.SettingsBuilder.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.local.wire.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ContinuousPollingTest {
    private static final String RECORD =
            """
            {"Records":[{"SequenceNumber":"%d","PartitionKey":"x","Data":"e30=",
             "ApproximateArrivalTimestamp":1761765570.987}],
             "NextShardIterator":"i","MillisBehindLatest":0}
            """;

    @TempDir Path checkpoints;

    @Test
    void anEngineThatFailsForAWhileIsReportedAndPollingGoesOn() throws InterruptedException {
        var bench = new Bench(checkpoints);
        var reads = new AtomicInteger();
        bench.calls =
                (_, action, _) ->
                        switch (action) {
                            case "ListShards" -> Json.parse("{\"Shards\":[{\"ShardId\":\"s\"}]}");
                            case "GetShardIterator" -> Json.parse("{\"ShardIterator\":\"i\"}");
                            default -> {
                                if (reads.incrementAndGet() == 1) {
                                    throw new IllegalStateException("engine is away");
                                }
                                yield Json.parse(RECORD.formatted(reads.get()));
                            }
                        };
        var delivered = new CountDownLatch(1);
        var target =
                Bench.target(_ -> {
                    delivered.countDown();
                    return FakeFunction.DONE;
                });

        try (Mappings mappings =
                Mappings.open(
                        List.of(settings().build()),
                        Map.of("Function", target),
                        bench.services())) {
            mappings.start();
            mappings.start(); // has no effect while it polls
            assertThat(delivered.await(20, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(bench.events)
                .first()
                .isEqualTo(new MappingEvent.PollFailed("Mapping", "engine is away"));
    }
}
