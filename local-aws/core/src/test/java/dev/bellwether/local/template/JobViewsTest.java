package dev.bellwether.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JobViewsTest {
    @TempDir private Path assembly;

    @Test
    void aJobNamesItsScriptItsJarsAndItsArguments() throws IOException {
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
                {"Resources":{"Job":{"Type":"AWS::Glue::Job","Properties":{
                  "Name":"lake-etl","MaxRetries":2,"Timeout":30,
                  "Command":{"Name":"glueetl","ScriptLocation":"s3://assets/a.scala"},
                  "DefaultArguments":{"--extra-jars":"s3://assets/b.jar","--tables":"all"}}}}}
                """);

        assertThat(Template.read(assembly).glueJobs())
                .singleElement()
                .satisfies(job -> {
                    assertThat(job.name()).isEqualTo("lake-etl");
                    assertThat(job.script()).isEqualTo(assembly.resolve("asset.a.scala"));
                    assertThat(job.jars()).containsExactly(assembly.resolve("asset.b.jar"));
                    assertThat(job.defaultArguments()).containsEntry("--tables", "all");
                    assertThat(job.maxRetries()).isEqualTo(2);
                    assertThat(job.timeout()).isEqualTo(Duration.ofMinutes(30));
                });
    }
}
