package dev.bellwether.local.mapping;

import static dev.bellwether.local.mapping.Bench.NOON;
import static dev.bellwether.local.mapping.SettingsBuilder.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.function.FunctionInvoker;
import dev.bellwether.local.function.InvocationOutcome;
import dev.bellwether.local.function.InvocationOutcome.Answered;
import dev.bellwether.local.template.EventSource;
import dev.bellwether.local.template.EventSourceMapping;
import dev.bellwether.local.wire.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueuePollerTest {
    private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:HalfMinute";

    @TempDir Path checkpoints;
    private Bench bench;
    private final FakeQueue queue = new FakeQueue();
    private final List<List<String>> batches = new ArrayList<>();
    private InvocationOutcome answer = FakeFunction.DONE;

    @BeforeEach
    void setUp() {
        bench = new Bench(checkpoints);
        bench.calls = queue;
    }

    private final FunctionInvoker function =
            payload -> {
                List<String> bodies = new ArrayList<>();
                for (JsonNode record : Json.parse(payload).path("Records")) {
                    bodies.add(record.path("body").asText());
                }
                batches.add(bodies);
                return answer;
            };

    @Test
    void messagesAreDeletedWhenTheFunctionHasTakenThem() {
        queue.send("a", "b");

        DrainReport report = open(queueSettings()).step(NOON);

        assertThat(batches).containsExactly(List.of("a", "b"));
        assertThat(queue.remaining()).isEmpty();
        assertThat(report.records()).isEqualTo(2);
    }

    @Test
    void aBatchLargerThanOneReceiveIsGathered() {
        String[] bodies = new String[25];
        java.util.Arrays.setAll(bodies, i -> "m" + i);
        queue.send(bodies);

        open(queueSettings().batchSize(20).window(Duration.ofSeconds(1))).drain();

        assertThat(batches).extracting(List::size).containsExactly(20, 5);
        assertThat(queue.remaining()).isEmpty();
    }

    @Test
    void whatTheFunctionDoesNotTakeStaysUntilItsVisibilityTimeoutPasses() {
        queue.send("a", "b");
        answer = FakeFunction.THROWN;
        Mappings mappings = open(queueSettings());

        mappings.drain();
        assertThat(batches).hasSize(1);
        assertThat(queue.remaining()).containsExactly("a", "b");

        answer = FakeFunction.DONE;
        queue.visibilityTimeoutPasses();
        mappings.drain();
        assertThat(batches).hasSize(2);
        assertThat(queue.remaining()).isEmpty();
    }

    @Test
    void onlyReportedMessagesStay() {
        queue.send("a", "b", "c");
        answer =
                new Answered(
                        "{\"batchItemFailures\":[{\"itemIdentifier\":\"id-2\"}]}".getBytes(UTF_8));

        open(queueSettings().reportingItemFailures()).drain();

        assertThat(queue.remaining()).containsExactly("b");
    }

    @Test
    void aReportCountsOnlyIfTheTemplateAsksForIt() {
        queue.send("a");
        answer =
                new Answered(
                        "{\"batchItemFailures\":[{\"itemIdentifier\":\"id-1\"}]}".getBytes(UTF_8));

        open(queueSettings()).drain();

        assertThat(queue.remaining()).isEmpty();
    }

    @Test
    void theWindowIsMeasuredInTheTimeOfTheStep() {
        queue.send("a");
        Mappings mappings = open(queueSettings().window(Duration.ofSeconds(30)));

        mappings.step(NOON);
        mappings.step(NOON.plusSeconds(29));
        assertThat(batches).isEmpty();

        mappings.step(NOON.plusSeconds(30));
        assertThat(batches).hasSize(1);
    }

    @Test
    void theNextWindowBeginsWithTheEndOfTheInvocation() {
        queue.send("a");
        Mappings mappings = open(queueSettings().window(Duration.ofSeconds(30)));
        mappings.step(NOON);
        mappings.step(NOON.plusSeconds(30));

        queue.send("b");
        mappings.step(NOON.plusSeconds(50));
        mappings.step(NOON.plusSeconds(59));
        assertThat(batches).hasSize(1);

        mappings.step(NOON.plusSeconds(60));
        assertThat(batches).hasSize(2);
    }

    @Test
    void messagesThatNoPatternMatchesAreDeleted() {
        queue.send("{\"kind\":\"wanted\"}", "{\"kind\":\"other\"}", "no json");

        open(queueSettings().filter("{\"body\":{\"kind\":[\"wanted\"]}}")).drain();

        assertThat(batches).containsExactly(List.of("{\"kind\":\"wanted\"}"));
        assertThat(queue.remaining()).isEmpty();
    }

    private static SettingsBuilder queueSettings() {
        return settings().source(new EventSource.SqsQueue("HalfMinute", ARN)).batchSize(10);
    }

    private Mappings open(SettingsBuilder settings) {
        EventSourceMapping mapping = settings.build();
        return Mappings.open(
                List.of(mapping), Map.of("Function", Bench.target(function)), bench.services());
    }
}
