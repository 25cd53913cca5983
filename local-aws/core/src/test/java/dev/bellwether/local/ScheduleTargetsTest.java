package dev.bellwether.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.local.endpoint.ChildEnvironment;
import dev.bellwether.local.function.TestHost;
import dev.bellwether.local.glue.GlueJobs;
import dev.bellwether.local.glue.GlueListener;
import dev.bellwether.local.glue.GlueSettings;
import dev.bellwether.local.glue.JobRun;
import dev.bellwether.local.resource.ServiceEndpoints;
import dev.bellwether.local.schedule.Firing;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.template.TemplateException;
import dev.bellwether.local.wire.AwsJsonClient;
import dev.bellwether.local.wire.JsonService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Schedules that call Glue.
@Timeout(120)
class ScheduleTargetsTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String START = "arn:aws:scheduler:::aws-sdk:glue:startJobRun";

    @TempDir Path folder;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private TestHost host;
    private GlueJobs jobs;

    @BeforeEach
    void prepareAnEngine() throws IOException {
        host = TestHost.in(folder);
        Path module = Files.createDirectories(folder.resolve("local-aws/engines/spark/target"));
        Files.writeString(
                module.resolve("engine.classpath"),
                Path.of("target", "test-classes").toAbsolutePath() + "\n");
        jobs =
                new GlueJobs(
                        host.host().supervisor(),
                        new GlueSettings(folder, JAVA, folder),
                        new GlueListener() {
                            @Override
                            public void changed(JobRun run) {
                                told.add(run.job() + " " + run.state());
                            }

                            @Override
                            public void printed(String job, String line) {
                                if (line.startsWith("--")) {
                                    told.add(line);
                                }
                            }
                        });
    }

    @AfterEach
    void closeAll() {
        jobs.close();
        host.close();
    }

    @Test
    void aScheduleStartsTheJobThatItsInputNames() throws IOException {
        Template template =
                template(
                        START,
                        "{\"JobName\":\"lake-etl\",\"Arguments\":{\"--day\":\"<aws.scheduler.scheduled-time>\"}}");

        assertThat(targets(template).fire(firing(template))).isEmpty();
        jobs.awaitAll();

        assertThat(told)
                .containsExactly(
                        "lake-etl RUNNING",
                        "--JOB_NAME lake-etl --day 2026-11-21T05:05:00Z --end well --extra-jars s3://assets/b.jar",
                        "lake-etl SUCCEEDED");
    }

    @Test
    void aCrawlersStartIsPassedOver() throws IOException {
        Template template =
                template(
                        "arn:aws:scheduler:::aws-sdk:glue:startCrawler",
                        "{\"Name\":\"lake-crawler\"}");

        assertThat(targets(template).fire(firing(template))).isEmpty();
        jobs.awaitAll();

        assertThat(told).isEmpty();
    }

    @Test
    void anyOtherCallIsRefusedBeforeAnythingRuns() throws IOException {
        Template template = template("arn:aws:scheduler:::aws-sdk:glue:stopCrawler", "{}");

        assertThatThrownBy(() -> targets(template))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("only glue:startJobRun is called here");
    }

    @Test
    void aJobThatNobodyDeclaresIsRefusedBeforeAnythingRuns() throws IOException {
        Template template = template(START, "{\"JobName\":\"another\"}");

        assertThatThrownBy(() -> targets(template))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("another");
    }

    private ScheduleTargets targets(Template template) {
        Functions functions =
                new Functions(
                        template,
                        host.host(),
                        new ChildEnvironment(
                                new ServiceEndpoints(NOWHERE, NOWHERE, NOWHERE, NOWHERE),
                                NOWHERE,
                                folder,
                                Map.of()));
        RunListener listener = event -> told.add(event.toString());
        return new ScheduleTargets(
                template,
                functions,
                new FunctionEvents(functions, () -> {}, listener),
                jobs,
                new AwsJsonClient(JsonService.SQS, NOWHERE),
                listener);
    }

    private static Firing firing(Template template) {
        return new Firing(template.schedules().getFirst(), Instant.parse("2026-11-21T05:05:00Z"));
    }

    private Template template(String target, String input) throws IOException {
        Path assembly = Files.createDirectories(folder.resolve("assembly"));
        Files.writeString(
                assembly.resolve("manifest.json"),
                """
                {"artifacts":{
                  "Etl.assets":{"type":"cdk:asset-manifest","properties":{"file":"Etl.assets.json"}},
                  "Etl":{"type":"aws:cloudformation:stack","properties":{"templateFile":"Etl.json"},"dependencies":["Etl.assets"]}}}
                """);
        Files.writeString(
                assembly.resolve("Etl.assets.json"),
                """
                {"files":{
                  "a":{"source":{"path":"asset.a.scala"},"destinations":{"d":{"objectKey":"a.scala"}}},
                  "b":{"source":{"path":"asset.b.jar"},"destinations":{"d":{"objectKey":"b.jar"}}}}}
                """);
        Files.writeString(
                assembly.resolve("Etl.json"),
                """
                {"Resources":{
                  "Job":{"Type":"AWS::Glue::Job","Properties":{
                    "Name":"lake-etl","MaxRetries":0,"Timeout":30,
                    "Command":{"Name":"glueetl","ScriptLocation":"s3://assets/a.scala"},
                    "DefaultArguments":{"--extra-jars":"s3://assets/b.jar","--end":"well"}}},
                  "Start":{"Type":"AWS::Scheduler::Schedule","Properties":{
                    "Name":"lake-etl","ScheduleExpression":"cron(5 0 * * ? *)","State":"ENABLED",
                    "Target":{"Arn":"%s","Input":"%s"}}}}}
                """
                        .formatted(target, input.replace("\"", "\\\"")));
        return Template.read(assembly);
    }
}
