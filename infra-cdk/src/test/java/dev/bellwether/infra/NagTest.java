package dev.bellwether.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;

/// The AwsSolutions rules of cdk-nag find nothing but what is accepted here, each for one
/// construct. They are accepted here and not in the app, so that the templates carry no notes for a
/// test.
final class NagTest {
    /// @param exact for wildcards, each resource that is accepted
    private record Accepted(
            String stack, String path, String rule, String reason, List<String> exact) {}

    private static final String BELOW_A_PREFIX =
            "Objects below a prefix that only functions of this kind write or read";

    private static final List<Accepted> ACCEPTED =
            List.of(
                    accept(
                            "BellwetherData/Lake",
                            "AwsSolutions-S1",
                            "Access logs would cost more than the lake; only roles of these stacks have access"),
                    accept(
                            "BellwetherData/Failures",
                            "AwsSolutions-S1",
                            "Written by Lambda only, read by hand, empty when all is well"),
                    accept(
                            "BellwetherPipeline/HalfMinute",
                            "AwsSolutions-SQS3",
                            "A late poll must die: the next one is half a minute away"),
                    accept(
                            "BellwetherPipeline/IngestAlphaVantageRole",
                            "AwsSolutions-IAM5",
                            BELOW_A_PREFIX,
                            "<Lake5F1B88EA.Arn>/bars/daily/*",
                            "<Lake5F1B88EA.Arn>/raw/alphavantage/*",
                            "<Lake5F1B88EA.Arn>/quarantine/*"),
                    accept(
                            "BellwetherPipeline/StreamProcessorRole",
                            "AwsSolutions-IAM5",
                            BELOW_A_PREFIX,
                            "<Lake5F1B88EA.Arn>/quotes/*",
                            "<Lake5F1B88EA.Arn>/quarantine/*",
                            "<Failures8A3E1A2F.Arn>/aws/lambda/*"),
                    accept(
                            "BellwetherPipeline/TrendAlertsRole",
                            "AwsSolutions-IAM5",
                            BELOW_A_PREFIX + "; the streams of one table, whose names AWS gives",
                            "<Lake5F1B88EA.Arn>/alerts/*",
                            "<Lake5F1B88EA.Arn>/quarantine/*",
                            "<Market283E334F.Arn>/stream/*",
                            "<Failures8A3E1A2F.Arn>/aws/lambda/*"),
                    accept(
                            "BellwetherPipeline/LakeEtl",
                            "AwsSolutions-GL1",
                            "Its log names objects and counts rows, and CloudWatch encrypts every log with a key of its own"),
                    accept(
                            "BellwetherPipeline/LakeEtl",
                            "AwsSolutions-GL3",
                            "It keeps no bookmarks: each run reads the whole raw zone"),
                    accept(
                            "BellwetherPipeline/LakeEtlRole",
                            "AwsSolutions-IAM5",
                            BELOW_A_PREFIX,
                            "<Lake5F1B88EA.Arn>/raw/*",
                            "<Lake5F1B88EA.Arn>/curated/*",
                            "<Lake5F1B88EA.Arn>/staging/*",
                            "<Lake5F1B88EA.Arn>/quarantine/*",
                            "<Lake5F1B88EA.Arn>/training/*"),
                    accept(
                            "BellwetherTraining/TrainTriggerRole",
                            "AwsSolutions-IAM5",
                            BELOW_A_PREFIX + "; a job's name ends with its day and a hash",
                            "<Lake5F1B88EA.Arn>/training/*",
                            "<Lake5F1B88EA.Arn>/training/days/*",
                            "arn:<AWS::Partition>:sagemaker:<AWS::Region>:<AWS::AccountId>:training-job/bellwether-lasso-*"),
                    accept(
                            "BellwetherTraining/TrainingJobRole",
                            "AwsSolutions-IAM5",
                            BELOW_A_PREFIX
                                    + "; the log group of training; metrics of one namespace and ECR's token, which have no resource",
                            "<Lake5F1B88EA.Arn>/training/sets/*",
                            "<Lake5F1B88EA.Arn>/predictions/*",
                            "<Lake5F1B88EA.Arn>/scores/*",
                            "<Lake5F1B88EA.Arn>/models/*",
                            "arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:/aws/sagemaker/TrainingJobs:*",
                            "*"));

    @Test
    void onlyTheAcceptedIsFound() {
        assertThat(findings(ACCEPTED)).isEmpty();
    }

    @Test
    void whatIsAcceptedIsStillThere() {
        List<String> all = findings(List.of());

        assertThat(ACCEPTED)
                .allSatisfy(accepted -> {
                    String at =
                            "/%s/%s/Resource %s"
                                    .formatted(accepted.stack(), accepted.path(), accepted.rule());
                    if (accepted.exact().isEmpty()) {
                        // What the CDK has no construct around is found at its own path.
                        assertThat(all)
                                .anyMatch(finding ->
                                        finding.startsWith(at)
                                                || finding.startsWith(
                                                        at.replace("/Resource ", " ")));
                    }
                    assertThat(accepted.exact())
                            .allSatisfy(exact ->
                                    assertThat(all)
                                            .anyMatch(finding ->
                                                    finding.startsWith(at + "[" + exact + "]")));
                });
    }

    private static List<String> findings(List<Accepted> accepted) {
        Path folder = TestFolder.create("nag");
        App app =
                InfraApp.describe(
                        PlaceholderHome.create(),
                        AppProps.builder().outdir(folder.toString()),
                        Map.of("trainingImage", Templates.IMAGE, "email", "alerts@example.com"));
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().build());
        for (Accepted one : accepted) {
            Stack stack = (Stack) app.getNode().findChild(one.stack());
            NagPackSuppression.Builder suppression =
                    NagPackSuppression.builder().id(one.rule()).reason(one.reason());
            if (!one.exact().isEmpty()) {
                suppression.appliesTo(one.exact());
            }
            NagSuppressions.addResourceSuppressions(
                    stack.getNode().findChild(one.path()), List.of(suppression.build()), true);
        }
        return messages(new Templates(Path.of(app.synth().getDirectory())));
    }

    private static List<String> messages(Templates templates) {
        List<String> messages = new ArrayList<>();
        for (String file : templates.endingWith(".metadata.json")) {
            templates
                    .file(file)
                    .propertyStream()
                    .forEach(construct -> {
                        for (JsonNode entry : construct.getValue()) {
                            String type = entry.path("type").asText();
                            if (type.equals("aws:cdk:error") || type.equals("aws:cdk:warning")) {
                                messages.add(
                                        construct.getKey() + " " + entry.path("data").asText());
                            }
                        }
                    });
        }
        return messages;
    }

    private static Accepted accept(String path, String rule, String reason, String... resources) {
        String[] parts = path.split("/", 2);
        return new Accepted(
                parts[0],
                parts[1],
                rule,
                reason,
                List.of(resources).stream().map(resource -> "Resource::" + resource).toList());
    }
}
