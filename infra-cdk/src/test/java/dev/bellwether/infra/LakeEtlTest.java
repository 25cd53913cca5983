package dev.bellwether.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.infra.Templates.Declared;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LakeEtlTest {
    private final Templates templates = Templates.whole();

    @Test
    void theJobIsAScalaScriptThatFindsOurJarOnGlueSix() {
        Declared job = templates.only("AWS::Glue::Job", "LakeEtl");

        assertThat(job.text("/Name")).isEqualTo("bellwether-lake-etl");
        assertThat(job.text("/Tags/project")).isEqualTo("bellwether");
        assertThat(job.text("/Description")).isEqualTo("Curated tables out of the raw zone");
        assertThat(job.text("/GlueVersion")).isEqualTo("6.0");
        assertThat(job.text("/Command/Name")).isEqualTo("glueetl");
        assertThat(templates.plain(job.at("/Command/ScriptLocation"))).matches("s3://.+\\.scala");
        assertThat(templates.plain(job.at("/DefaultArguments/--extra-jars")))
                .matches("s3://.+\\.jar");
        assertThat(job.text("/DefaultArguments/--job-language")).isEqualTo("scala");
        assertThat(job.text("/DefaultArguments/--class")).isEqualTo("LakeEtl");
        assertThat(templates.plain(job.at("/DefaultArguments/--lake"))).isEqualTo("s3://${Lake}");
        assertThat(job.text("/DefaultArguments/--tables")).isEqualTo("all");
        assertThat(templates.plain(job.at("/Role"))).isEqualTo("${LakeEtlRole.Arn}");
    }

    @Test
    void theJobRunsOnTwoSmallWorkersOnceAtATimeAndIsTriedAgainOnce() {
        Declared job = templates.only("AWS::Glue::Job", "LakeEtl");

        assertThat(job.text("/WorkerType")).isEqualTo("G.1X");
        assertThat(job.at("/NumberOfWorkers").asInt()).isEqualTo(2);
        assertThat(job.at("/ExecutionProperty/MaxConcurrentRuns").asInt()).isEqualTo(1);
        assertThat(job.at("/MaxRetries").asInt()).isEqualTo(1);
        assertThat(job.at("/Timeout").asInt()).isEqualTo(60);
    }

    @Test
    void theJobLogsIntoGroupsThatForget() {
        String prefix = "/aws-glue/jobs/bellwether-lake-etl";

        assertThat(
                        templates
                                .only("AWS::Glue::Job", "LakeEtl")
                                .text("/DefaultArguments/--custom-logGroup-prefix"))
                .isEqualTo(prefix);
        assertThat(templates.only("AWS::Logs::LogGroup", "LakeEtlOutput").text("/LogGroupName"))
                .isEqualTo(prefix + "/output");
        assertThat(templates.only("AWS::Logs::LogGroup", "LakeEtlErrors").text("/LogGroupName"))
                .isEqualTo(prefix + "/error");
    }

    @Test
    void aCrawlerIsThereOnlyWhenItIsAskedFor() {
        Templates crawling =
                Templates.synthesize(PlaceholderHome.create(), Map.of("crawler", "true"));

        assertThat(templates.ofType("AWS::Glue::Crawler")).isEmpty();
        assertThat(
                        crawling.plain(
                                crawling.only("AWS::Glue::Crawler", "LakeCrawler")
                                        .at("/Targets/S3Targets/0/Path")))
                .isEqualTo("s3://${Lake}/curated/");
        assertThat(
                        crawling.only("AWS::Scheduler::Schedule", "LakeCrawlerSchedule")
                                .text("/Target/Arn"))
                .isEqualTo("arn:aws:scheduler:::aws-sdk:glue:startCrawler");
    }
}
