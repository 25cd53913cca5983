package dev.bellwether.traintrigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.traintrigger.TrainingJobs.Start;
import dev.bellwether.traintrigger.TrainingJobs.Status;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// The calls as they go over the wire.
class SageMakerTrainingJobsTest {
    private static final TrainingJob JOB = new TrainingJob(1, InMemoryLake.set("2025-10-29", 'a'));
    private static final Instant NOW = Instant.parse("2025-10-30T04:09:00Z");

    private final LoopbackAws aws = new LoopbackAws();

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void aJobIsAskedForInSageMakersForm() throws IOException {
        aws.answering(200, "{\"TrainingJobArn\":\"arn\"}");

        assertThat(jobs(aws.endpoint()).start(JOB, NOW)).isEqualTo(Start.STARTED);

        LoopbackAws.Request request = aws.requests.getFirst();
        assertThat(request.headers().getFirst("X-Amz-Target"))
                .isEqualTo("SageMaker.CreateTrainingJob");
        assertThat(request.headers().getFirst("Content-Type"))
                .isEqualTo("application/x-amz-json-1.1");
        assertThat(request.headers().getFirst("X-Amz-Security-Token")).isEqualTo("session");
        assertThat(request.headers().getFirst("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=key/")
                .contains("/us-east-1/sagemaker/aws4_request")
                .contains("x-amz-target");
        JsonMapper json = new JsonMapper();
        assertThat(json.readTree(request.body()))
                .isEqualTo(
                        json.readTree(
                                """
                                {"TrainingJobName": "bellwether-lasso-2025-10-29-aaaaaaaa-1",
                                 "AlgorithmSpecification": {"TrainingImage": "registry/training:1", "TrainingInputMode": "File"},
                                 "RoleArn": "arn:aws:iam::123456789012:role/training",
                                 "InputDataConfig": [
                                   {"ChannelName": "bars", "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix",
                                     "S3Uri": "s3://lake/training/sets/aaaaaaaaaaaaaaaa/bars/", "S3DataDistributionType": "FullyReplicated"}}},
                                   {"ChannelName": "facts", "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix",
                                     "S3Uri": "s3://lake/training/sets/aaaaaaaaaaaaaaaa/facts/", "S3DataDistributionType": "FullyReplicated"}}}],
                                 "OutputDataConfig": {"S3OutputPath": "s3://lake/models/"},
                                 "ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 10},
                                 "StoppingCondition": {"MaxRuntimeInSeconds": 3600},
                                 "EnableNetworkIsolation": false,
                                 "HyperParameters": {"run_day": "2025-10-29", "known_at": "2025-10-29T23:30:00Z", "data_sha256": "SHA",
                                   "lake_bucket": "lake", "horizon_sessions": "1", "seed": "20390"}}
                                """
                                        .replace("SHA", JOB.snapshot().sha256())));
    }

    @ParameterizedTest
    @CsvSource({"ResourceInUse", "com.amazonaws.sagemaker#ResourceInUse"})
    void aNameInUseIsTaken(String type) {
        aws.answering(
                400, "{\"__type\":\"%s\",\"Message\":\"names must be unique\"}".formatted(type));

        assertThat(jobs(aws.endpoint()).start(JOB, NOW)).isEqualTo(Start.NAME_TAKEN);
    }

    @Test
    void anyOtherRefusalSaysWhatSageMakerSaid() {
        aws.answering(
                400,
                "{\"__type\":\"ResourceLimitExceeded\",\"Message\":\"0 instances of ml.m5.large\"}");

        assertThatThrownBy(() -> jobs(aws.endpoint()).start(JOB, NOW))
                .isInstanceOf(AwsCallFailedException.class)
                .hasMessage(
                        "Starting training job bellwether-lasso-2025-10-29-aaaaaaaa-1 failed: SageMaker answered 400"
                                + " ResourceLimitExceeded 0 instances of ml.m5.large");
    }

    @Test
    void anErrorPageSaysItsStatus() {
        aws.answering(503, "<html>busy</html>");

        assertThatThrownBy(() -> jobs(aws.endpoint()).start(JOB, NOW))
                .hasMessageContaining("answered 503");
    }

    @Test
    void noAnswerNamesCallAndEndpoint() {
        URI endpoint = aws.endpoint();
        aws.close();

        assertThatThrownBy(() -> jobs(endpoint).start(JOB, NOW))
                .isInstanceOf(AwsCallFailedException.class)
                .hasMessageContaining("Calling CreateTrainingJob at " + endpoint);
    }

    @ParameterizedTest
    @CsvSource({
        "InProgress, GOOD",
        "Completed, GOOD",
        "Stopping, GOOD",
        "Failed, ENDED_WITHOUT_RESULT",
        "Stopped, ENDED_WITHOUT_RESULT"
    })
    void aJobsStatusIsAskedFor(String said, Status expected) {
        aws.answering(200, "{\"TrainingJobStatus\":\"%s\"}".formatted(said));

        assertThat(jobs(aws.endpoint()).statusOf("job", NOW)).isEqualTo(expected);

        LoopbackAws.Request request = aws.requests.getFirst();
        assertThat(request.headers().getFirst("X-Amz-Target"))
                .isEqualTo("SageMaker.DescribeTrainingJob");
        assertThat(request.body()).isEqualTo("{\"TrainingJobName\":\"job\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "ResourceNotFound, Requested resource not found.",
        "ValidationException, Requested resource not found."
    })
    void aJobThatSageMakerDoesNotKnowWasNeverStarted(String type, String message) {
        aws.answering(400, "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(type, message));

        assertThat(jobs(aws.endpoint()).statusOf("job", NOW)).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void anotherRefusalToDescribeAJobIsAnError() {
        aws.answering(400, "{\"__type\":\"ValidationException\",\"message\":\"a bad name\"}");

        assertThatThrownBy(() -> jobs(aws.endpoint()).statusOf("job", NOW))
                .isInstanceOf(AwsCallFailedException.class)
                .hasMessageContaining("Describing training job job failed")
                .hasMessageContaining("a bad name");
    }

    private static SageMakerTrainingJobs jobs(URI endpoint) {
        var credentials =
                StaticCredentialsProvider.create(
                        AwsSessionCredentials.create("key", "secret", "session"));
        return new SageMakerTrainingJobs(
                new SageMakerApi(
                        new SignedCalls(UrlConnectionHttpClient.create(), credentials, "us-east-1"),
                        endpoint),
                "lake",
                new TrainingBackend.SageMaker(
                        "registry/training:1",
                        "arn:aws:iam::123456789012:role/training",
                        "ml.m5.large",
                        endpoint));
    }
}
