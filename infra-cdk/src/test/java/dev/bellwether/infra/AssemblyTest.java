package dev.bellwether.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.infra.settings.Home;
import dev.bellwether.infra.settings.MissingPartException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What holds for the whole output of a synthesis.
final class AssemblyTest {
    private static final Pattern ACCOUNT = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");
    private static final Pattern KEY =
            Pattern.compile("AKIA[0-9A-Z]{12,}|ASIA[0-9A-Z]{12,}|\"[A-Z0-9]{16}\"");

    private final Templates templates = Templates.whole();

    @Test
    void threeStacksComeOutInOneRegionIndependentForm() {
        assertThat(templates.stacks())
                .containsExactly("BellwetherData", "BellwetherPipeline", "BellwetherTraining");
    }

    @Test
    void noTemplateHoldsAnAccountOrAKey() {
        for (String stack : templates.stacks()) {
            String text =
                    templates
                            .template(stack)
                            .toString()
                            // What the context itself named.
                            .replace(Templates.IMAGE, "")
                            .replace(":ecr:eu-west-1:123456789012:", "")
                            .replace("+12025550123", "");

            assertThat(ACCOUNT.matcher(text).results().map(found -> found.group())).isEmpty();
            assertThat(KEY.matcher(text).results().map(found -> found.group())).isEmpty();
            assertThat(text).doesNotContainIgnoringCase("{{resolve:", "secretsmanager");
        }
    }

    @Test
    void everythingThatTakesTagsSaysWhichProjectItBelongsTo() {
        for (String type :
                List.of(
                        "AWS::Athena::WorkGroup",
                        "AWS::CloudWatch::Alarm",
                        "AWS::DynamoDB::Table",
                        "AWS::Events::Rule",
                        "AWS::IAM::Role",
                        "AWS::Kinesis::Stream",
                        "AWS::Lambda::EventSourceMapping",
                        "AWS::Lambda::Function",
                        "AWS::Logs::LogGroup",
                        "AWS::S3::Bucket",
                        "AWS::SNS::Topic",
                        "AWS::SQS::Queue",
                        "AWS::Scheduler::ScheduleGroup")) {
            assertThat(templates.ofType(type))
                    .isNotEmpty()
                    .allSatisfy(resource ->
                            assertThat(resource.at("/Tags").toString())
                                    .isEqualTo("[{\"Key\":\"project\",\"Value\":\"bellwether\"}]"));
        }
    }

    @Test
    void nothingNeedsDockerOrACustomResourceOrAParameter() {
        assertThat(templates.endingWith(".assets.json"))
                .hasSize(3)
                .allSatisfy(
                        file -> assertThat(templates.file(file).path("dockerImages")).isEmpty());
        assertThat(templates.resources())
                .extracting(Templates.Declared::type)
                .noneMatch(type -> type.startsWith("Custom::"))
                .doesNotContain("AWS::CloudFormation::CustomResource", "AWS::CDK::Metadata");
        for (String stack : templates.stacks()) {
            assertThat(templates.template(stack).has("Parameters")).isFalse();
            assertThat(templates.template(stack).has("Conditions")).isFalse();
        }
    }

    @Test
    void whatStaysAfterDestroyIsTheTwoBuckets() {
        assertThat(
                        templates.resources().stream()
                                .filter(resource ->
                                        resource.json()
                                                .path("DeletionPolicy")
                                                .asText()
                                                .equals("Retain"))
                                .map(Templates.Declared::type))
                .containsExactly("AWS::S3::Bucket", "AWS::S3::Bucket");
    }

    @Test
    void aMissingJarSaysHowToBuildIt() throws IOException {
        Home home = PlaceholderHome.create();
        Files.delete(home.functionJar("trend-alerts"));

        assertThatThrownBy(() -> home.functionJar("trend-alerts"))
                .isInstanceOf(MissingPartException.class)
                .hasMessageContaining("trend-alerts-function.jar is not there")
                .hasMessageContaining("./bellwether build");
    }

    @Test
    void theContextsFeatureFlagsReachASynthesisWithoutTheCommandLine() {
        // Left to its default the CDK would warn of this one in every synthesis.
        assertThat(templates.file("manifest.json").toString())
                .doesNotContain("No cross-stack-reference strength configured");
        assertThat(List.of(templates.folder().resolve("cdk.out"))).allMatch(Files::exists);
    }
}
