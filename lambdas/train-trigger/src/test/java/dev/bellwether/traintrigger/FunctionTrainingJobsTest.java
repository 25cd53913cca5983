package dev.bellwether.traintrigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.traintrigger.TrainingJobs.Start;
import dev.bellwether.traintrigger.TrainingJobs.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

class FunctionTrainingJobsTest {
    private static final Instant NOW = Instant.parse("2025-10-30T04:09:00Z");
    private static final TrainingJob JOB = new TrainingJob(1, InMemoryLake.set("2025-10-29", 'a'));
    private static final String NAME = "bellwether-lasso-2025-10-29-aaaaaaaa-1";
    private static final String KEY = "training/jobs/" + NAME + ".json";

    private final LoopbackAws aws = new LoopbackAws();
    private final InMemoryLake lake = new InMemoryLake();
    private final FunctionTrainingJobs jobs =
            new FunctionTrainingJobs(
                    lake,
                    new LambdaEvents(
                            new SignedCalls(
                                    UrlConnectionHttpClient.create(),
                                    StaticCredentialsProvider.create(
                                            AwsBasicCredentials.create("key", "secret")),
                                    "us-east-1"),
                            aws.endpoint()),
                    "lake",
                    "Trainer");

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void aStartIsAnEventForTheFunctionAndAnObjectThatSaysSo() throws IOException {
        aws.answering(202, "");

        assertThat(jobs.start(JOB, NOW)).isEqualTo(Start.STARTED);

        assertThat(lake.objects)
                .containsEntry(
                        KEY,
                        "{\"TrainingJobName\":\"%s\",\"TrainingJobStatus\":\"InProgress\",\"StartedAt\":\"2025-10-30T04:09:00Z\"}"
                                .formatted(NAME));
        LoopbackAws.Request request = aws.requests.getFirst();
        assertThat(request.uri()).isEqualTo("/2015-03-31/functions/Trainer/invocations");
        assertThat(request.headers().getFirst("X-Amz-Invocation-Type")).isEqualTo("Event");
        assertThat(request.headers().getFirst("Authorization"))
                .contains("/us-east-1/lambda/aws4_request");
        JsonMapper json = new JsonMapper();
        assertThat(json.readTree(request.body()))
                .isEqualTo(
                        json.readTree(
                                """
                                {"TrainingJobName": "bellwether-lasso-2025-10-29-aaaaaaaa-1",
                                 "AlgorithmSpecification": {"TrainingInputMode": "File"},
                                 "InputDataConfig": [
                                   {"ChannelName": "bars", "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix",
                                     "S3Uri": "s3://lake/training/sets/aaaaaaaaaaaaaaaa/bars/", "S3DataDistributionType": "FullyReplicated"}}},
                                   {"ChannelName": "facts", "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix",
                                     "S3Uri": "s3://lake/training/sets/aaaaaaaaaaaaaaaa/facts/", "S3DataDistributionType": "FullyReplicated"}}}],
                                 "OutputDataConfig": {"S3OutputPath": "s3://lake/models/"},
                                 "HyperParameters": {"run_day": "2025-10-29", "known_at": "2025-10-29T23:30:00Z", "data_sha256": "SHA",
                                   "lake_bucket": "lake", "horizon_sessions": "1", "seed": "20390"}}
                                """
                                        .replace("SHA", JOB.snapshot().sha256())));
    }

    @Test
    void aNameThatIsThereIsTakenAndNothingIsInvoked() {
        lake.objects.put(KEY, "{}");

        assertThat(jobs.start(JOB, NOW)).isEqualTo(Start.NAME_TAKEN);
        assertThat(aws.requests).isEmpty();
        assertThat(lake.objects).containsEntry(KEY, "{}");
    }

    @Test
    void anInvocationThatLambdaRefusesIsAFailedJob() {
        aws.answering(429, "{\"Reason\":\"ReservedFunctionConcurrentInvocationLimitExceeded\"}");

        assertThatThrownBy(() -> jobs.start(JOB, NOW))
                .isInstanceOf(AwsCallFailedException.class)
                .hasMessageContaining("Lambda answered 429 {\"Reason\"");
        assertThat(jobs.statusOf(NAME, NOW)).isEqualTo(Status.ENDED_WITHOUT_RESULT);
        assertThat(lake.objects.get(KEY)).contains("\"FailureReason\":\"Invoking Trainer failed");
    }

    @Test
    void withoutAnAnswerItIsAFailedJobToo() {
        aws.close();

        assertThatThrownBy(() -> jobs.start(JOB, NOW))
                .isInstanceOf(AwsCallFailedException.class)
                .hasMessageContaining("Invoking Trainer at " + aws.endpoint());
        assertThat(jobs.statusOf(NAME, NOW)).isEqualTo(Status.ENDED_WITHOUT_RESULT);
    }

    @ParameterizedTest
    @CsvSource({
        "InProgress, 0, GOOD",
        "InProgress, 1200, GOOD",
        "InProgress, 1201, ENDED_WITHOUT_RESULT",
        "Completed, 90000, GOOD",
        "Failed, 0, ENDED_WITHOUT_RESULT"
    })
    void whatTheObjectSaysIsTheStatus(String said, long secondsAgo, Status expected) {
        lake.objects.put(
                KEY,
                "{\"TrainingJobStatus\":\"%s\",\"StartedAt\":\"%s\"}"
                        .formatted(said, NOW.minus(Duration.ofSeconds(secondsAgo))));

        assertThat(jobs.statusOf(NAME, NOW)).isEqualTo(expected);
    }

    @Test
    void aJobWithoutAnObjectWasNeverStarted() {
        assertThat(jobs.statusOf(NAME, NOW)).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void anObjectThatSaysNothingIsNamed() {
        lake.objects.put(KEY, "{\"TrainingJobStatus\":\"InProgress\"}");

        assertThatThrownBy(() -> jobs.statusOf(NAME, NOW)).hasMessageContaining(KEY);
    }
}
