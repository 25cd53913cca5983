package dev.bellwether.local.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.endpoint.ThinServices;
import dev.bellwether.local.wire.InMemoryS3;
import dev.bellwether.local.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.Channel;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ResourceInUseException;
import software.amazon.awssdk.services.sagemaker.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.TrainingInputMode;
import software.amazon.awssdk.services.sagemaker.model.TrainingInstanceType;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

class TrainingJobsTest {
    @TempDir Path state;
    private final InMemoryS3 s3 = new InMemoryS3();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        s3.close();
    }

    @Test
    void aJobReadsItsChannelsAndItsModelGoesToS3() throws IOException {
        s3.objects.put("lake/bars/daily/AAPL.csv", "bars".getBytes(StandardCharsets.UTF_8));
        TrainingJobs jobs = jobs(this::train);
        SageMakerClient client = client(jobs);

        assertThat(client.createTrainingJob(request("lasso-1")).trainingJobArn())
                .isEqualTo("arn:aws:sagemaker:us-east-1:000000000000:training-job/lasso-1");
        jobs.awaitAll();

        DescribeTrainingJobResponse job =
                client.describeTrainingJob(d -> d.trainingJobName("lasso-1"));
        assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.COMPLETED);
        assertThat(job.creationTime()).isEqualTo(Instant.parse("2026-01-01T00:00:00.500Z"));
        assertThat(job.modelArtifacts().s3ModelArtifacts())
                .isEqualTo("s3://lake/models/lasso-1/output/model.tar.gz");
        assertThat(untarred(s3.objects.get("lake/models/lasso-1/output/model.tar.gz")))
                .contains("lambda=0.1 bars lasso-1");
        assertThat(
                        new String(
                                s3.objects.get("lake/predictions/dt=2025-10-29/predictions.csv"),
                                StandardCharsets.UTF_8))
                .isEqualTo("symbol\n");
        assertThat(state.resolve("lasso-1")).doesNotExist();
        assertThat(told).containsExactly("lasso-1 InProgress", "lasso-1 Completed");
    }

    private TrainingRunner.End train(TrainingRunner.Run run) {
        try {
            Path root = Path.of(run.environment().getOrDefault("BELLWETHER_ML_ROOT", ""));
            assertThat(root).isEqualTo(run.root());
            assertThat(run.environment()).containsEntry("RUN_DAY", "2025-10-29");
            assertThat(root.resolve("input/config/resourceconfig.json"))
                    .content()
                    .contains("\"current_instance_type\":\"ml.m5.large\"");
            assertThat(root.resolve("input/config/inputdataconfig.json"))
                    .content()
                    .contains("\"bars\"");
            String hyperParameters =
                    Files.readString(root.resolve("input/config/hyperparameters.json"));
            assertThat(hyperParameters).isEqualTo("{\"lambda\":\"0.1\"}");
            Files.writeString(
                    root.resolve("model/weights.txt"),
                    "lambda=0.1 %s %s"
                            .formatted(
                                    Files.readString(root.resolve("input/data/bars/AAPL.csv")),
                                    run.environment().get("TRAINING_JOB_NAME")));
            Files.writeString(root.resolve("checkpoints/predictions.csv"), "symbol\n");
            return new TrainingRunner.End.Exited(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aNameIsTakenForGoodAlsoAfterARestart() {
        TrainingJobs jobs = jobs(run -> new TrainingRunner.End.Exited(0));
        client(jobs).createTrainingJob(request("once"));
        jobs.awaitAll();

        SageMakerClient later = client(jobs(run -> new TrainingRunner.End.Exited(0)));
        assertThatThrownBy(() -> later.createTrainingJob(request("once")))
                .isInstanceOf(ResourceInUseException.class)
                .hasMessageContaining("already exists");
    }

    @Test
    void aFailedJobTellsWhatTheContainerWrote() {
        TrainingJobs jobs =
                jobs(run -> {
                    try {
                        Files.writeString(
                                run.root().resolve("output/failure"),
                                "no bars: " + "x".repeat(2000));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return new TrainingRunner.End.Exited(1);
                });
        SageMakerClient client = client(jobs);
        client.createTrainingJob(request("bad"));
        jobs.awaitAll();

        DescribeTrainingJobResponse job = client.describeTrainingJob(d -> d.trainingJobName("bad"));
        assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.FAILED);
        assertThat(job.failureReason()).startsWith("AlgorithmError: no bars").hasSize(1024);
        assertThat(s3.objects.keySet()).noneMatch(key -> key.startsWith("lake/models/"));
    }

    @Test
    void aJobThatAKillFoundInProgressIsRunAgain() {
        TrainingJob killed =
                TrainingJob.started(jobJson("again"), Instant.parse("2025-10-30T04:10:00Z"));
        new JobFiles(state).write(killed);
        TrainingJobs jobs = jobs(run -> new TrainingRunner.End.Exited(0));
        jobs.resume();
        jobs.awaitAll();
        assertThat(jobs.all())
                .singleElement()
                .extracting(TrainingJob::status)
                .isEqualTo("Completed");
    }

    @Test
    void aJobThatASignalEndedIsRunAgainByTheNextRun() {
        TrainingJobs jobs = jobs(run -> new TrainingRunner.End.Exited(137));
        client(jobs).createTrainingJob(request("shot"));
        jobs.awaitAll();
        assertThat(jobs.all().getFirst().secondaryStatus()).isEqualTo("Interrupted");

        TrainingJobs later = jobs(run -> new TrainingRunner.End.Exited(0));
        later.resume();
        later.awaitAll();
        assertThat(later.all().getFirst().status()).isEqualTo("Completed");
    }

    @Test
    void aNameThatSageMakerWouldNotTakeIsRefused() {
        SageMakerClient client = client(jobs(run -> new TrainingRunner.End.Exited(0)));
        assertThatThrownBy(() -> client.createTrainingJob(request("under_score")))
                .isInstanceOf(SageMakerException.class)
                .hasMessageContaining("regular expression pattern");
        assertThatThrownBy(() -> client.describeTrainingJob(d -> d.trainingJobName("none")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aJobThatRunsTooLongIsStopped() {
        TrainingJobs jobs = jobs(run -> new TrainingRunner.End.LimitPassed());
        client(jobs).createTrainingJob(request("slow"));
        jobs.awaitAll();
        assertThat(jobs.all().getFirst().status()).isEqualTo("Stopped");
        assertThat(jobs.all().getFirst().secondaryStatus()).isEqualTo("MaxRuntimeExceeded");
    }

    private TrainingJobs jobs(TrainingRunner runner) {
        TrainingJobs jobs =
                new TrainingJobs(
                        state,
                        runner,
                        s3.client(),
                        () -> Instant.parse("2026-01-01T00:00:00.500Z"),
                        job -> told.add(job.name() + " " + job.status()));
        opened.add(jobs);
        return jobs;
    }

    private SageMakerClient client(TrainingJobs jobs) {
        ThinServices services = ThinServices.start();
        services.serve(jobs);
        SageMakerClient client =
                SageMakerClient.builder()
                        .endpointOverride(services.address())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "local")))
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
        opened.add(client);
        opened.add(services);
        return client;
    }

    private static JsonNode jobJson(String name) {
        return Json.parse(
                "{\"TrainingJobName\":\"%s\",\"OutputDataConfig\":{\"S3OutputPath\":\"s3://lake/models\"}}"
                        .formatted(name));
    }

    private static CreateTrainingJobRequest request(String name) {
        return CreateTrainingJobRequest.builder()
                .trainingJobName(name)
                .roleArn("arn:aws:iam::000000000000:role/Training")
                .hyperParameters(Map.of("lambda", "0.1"))
                .environment(Map.of("RUN_DAY", "2025-10-29"))
                .algorithmSpecification(a ->
                        a.trainingImage("000000000000.dkr.ecr.us-east-1.amazonaws.com/training:1")
                                .trainingInputMode(TrainingInputMode.FILE))
                .inputDataConfig(
                        Channel.builder()
                                .channelName("bars")
                                .dataSource(d ->
                                        d.s3DataSource(s3 ->
                                                s3.s3DataType("S3Prefix")
                                                        .s3Uri("s3://lake/bars/daily/")))
                                .build())
                .outputDataConfig(o -> o.s3OutputPath("s3://lake/models/"))
                .checkpointConfig(c -> c.s3Uri("s3://lake/predictions/dt=2025-10-29/"))
                .resourceConfig(r ->
                        r.instanceType(TrainingInstanceType.ML_M5_LARGE)
                                .instanceCount(1)
                                .volumeSizeInGB(5))
                .stoppingCondition(s -> s.maxRuntimeInSeconds(600))
                .build();
    }

    private static String untarred(byte[] tarGz) throws IOException {
        try (GZIPInputStream tar = new GZIPInputStream(new ByteArrayInputStream(tarGz))) {
            return new String(tar.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
