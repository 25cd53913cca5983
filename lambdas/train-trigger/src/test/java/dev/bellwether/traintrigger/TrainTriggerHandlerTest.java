package dev.bellwether.traintrigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainTriggerHandlerTest {
    private static final String NAME = "bellwether-lasso-2025-10-29-aaaaaaaa-";

    private final RecordingContext context = new RecordingContext();
    private final InMemoryLake lake =
            new InMemoryLake().announcing(InMemoryLake.set("2025-10-29", 'a'));
    private final Jobs jobs = new Jobs();

    @ParameterizedTest
    @CsvSource({
        "schedule.json, 2025-10-30T06:30:00Z",
        "glue-job-succeeded.json, 2025-10-30T04:09:12Z",
        "training-job-failed.json, 2025-10-30T04:16:40Z"
    })
    void everyEventAnswersWithTheDaysJob(String event, Instant time) throws IOException {
        String answer = handle(event);

        assertThat(answer)
                .isEqualTo(
                        "{\"runDay\":\"2025-10-29\",\"job\":\"%s1\",\"outcome\":\"started\"}"
                                .formatted(NAME));
        assertThat(jobs.times).containsExactly(time);
        assertThat(context.lines).containsExactly(answer);
        assertThat(handle(event)).contains("\"outcome\":\"already-started\"");
    }

    @Test
    void withoutBarsItSaysSo() throws IOException {
        lake.objects.clear();

        assertThat(handle("glue-job-succeeded.json"))
                .isEqualTo("{\"runDay\":null,\"job\":null,\"outcome\":\"no-bars\"}");
    }

    @Test
    void givenUpIsAFailureThatNamesTheLastJob() throws IOException {
        jobs.status = TrainingJobs.Status.ENDED_WITHOUT_RESULT;
        for (int attempt = 1; attempt <= 3; attempt++) {
            handle("training-job-failed.json");
        }

        assertThatThrownBy(() -> handle("training-job-failed.json"))
                .isInstanceOf(TrainingGivenUpException.class)
                .hasMessage(
                        "Training of 2025-10-29 is given up: 3 jobs ended without a result, the last is %s3"
                                .formatted(NAME));
        assertThat(context.lines.getLast()).contains("\"outcome\":\"given-up\"");
    }

    @Test
    void anEventWithoutATimeIsAnError() {
        InputStream event = new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> handle(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no scheduledTime or time");
    }

    private String handle(String event) throws IOException {
        try (InputStream stream =
                getClass().getClassLoader().getResourceAsStream("events/" + event)) {
            assertThat(stream).as(event).isNotNull();
            return handle(stream);
        }
    }

    private String handle(InputStream event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new TrainTriggerHandler(new TrainTrigger(lake, jobs)).handleRequest(event, answer, context);
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static final class Jobs implements TrainingJobs {
        final List<Instant> times = new ArrayList<>();
        Status status = Status.GOOD;

        @Override
        public Start start(TrainingJob job, Instant now) {
            times.add(now);
            return Start.STARTED;
        }

        @Override
        public Status statusOf(String jobName, Instant now) {
            return status;
        }
    }
}
