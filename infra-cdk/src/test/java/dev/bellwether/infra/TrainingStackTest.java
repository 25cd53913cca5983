package dev.bellwether.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.infra.Templates.Declared;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What starts training, and what it runs on.
final class TrainingStackTest {
    private final Templates templates = Templates.whole();

    @Test
    void theEndOfTheLakesJobStartsTraining() throws IOException {
        Declared rule = templates.only("AWS::Events::Rule", "LakeEtlSucceeded");

        assertThat(rule.text("/Name")).isEqualTo("bellwether-lake-etl-succeeded");
        assertThat(rule.text("/State")).isEqualTo("ENABLED");
        assertThat(rule.at("/EventPattern"))
                .isEqualTo(
                        json(
                                """
                                {"source":["aws.glue"],"detail-type":["Glue Job State Change"],
                                 "detail":{"jobName":["bellwether-lake-etl"],"state":["SUCCEEDED"]}}
                                """));
        assertStartsTheTriggerWithTheWholeEvent(templates, rule);
    }

    @Test
    void theEndOfAContainerWithoutAResultStartsTheNextAttempt() throws IOException {
        Declared rule = templates.only("AWS::Events::Rule", "TrainingEnded");

        assertThat(rule.text("/Name")).isEqualTo("bellwether-training-ended");
        assertThat(rule.text("/State")).isEqualTo("ENABLED");
        assertThat(rule.at("/EventPattern"))
                .isEqualTo(
                        json(
                                """
                                {"source":["aws.sagemaker"],"detail-type":["SageMaker Training Job State Change"],
                                 "detail":{"TrainingJobName":[{"prefix":"bellwether-lasso-"}],"TrainingJobStatus":["Failed","Stopped"]}}
                                """));
        assertStartsTheTriggerWithTheWholeEvent(templates, rule);
    }

    @Test
    void rulesMayInvokeTheTriggerAndEachOnlyAsItself() {
        List<Declared> permissions = templates.ofType("AWS::Lambda::Permission");

        assertThat(permissions)
                .hasSize(2)
                .allSatisfy(permission -> {
                    assertThat(permission.text("/Action")).isEqualTo("lambda:InvokeFunction");
                    assertThat(permission.text("/Principal")).isEqualTo("events.amazonaws.com");
                    assertThat(templates.plain(permission.at("/FunctionName")))
                            .isEqualTo("${TrainTrigger.Arn}");
                });
        assertThat(permissions)
                .extracting(permission -> templates.plain(permission.at("/SourceArn")))
                .containsExactlyInAnyOrder("${LakeEtlSucceeded.Arn}", "${TrainingEnded.Arn}");
    }

    @Test
    void aFunctionTrainsWithoutAnImageWhenItIsAskedFor() {
        Templates chosen = onLambda();
        Declared function = chosen.only("AWS::Lambda::Function", "TrainingFunction");

        assertThat(function.text("/Handler"))
                .isEqualTo("dev.bellwether.training.TrainingFunctionHandler");
        assertThat(function.at("/Architectures").toString()).isEqualTo("[\"x86_64\"]");
        assertThat(function.at("/MemorySize").asInt()).isEqualTo(3008);
        assertThat(function.at("/Timeout").asInt()).isEqualTo(900);
        assertThat(function.at("/EphemeralStorage/Size").asInt()).isEqualTo(2048);
        assertThat(function.at("/Environment/Variables").toString())
                .isEqualTo("{\"OPENBLAS_CORETYPE\":\"Haswell\"}");
        assertThat(
                        chosen.only("AWS::Lambda::Function", "TrainTrigger")
                                .at("/Environment/Variables")
                                .propertyStream()
                                .map(variable ->
                                        variable.getKey()
                                                + " "
                                                + chosen.plain(variable.getValue())))
                .containsExactlyInAnyOrder(
                        "LAKE_BUCKET ${Lake}", "TRAINING_FUNCTION ${TrainingFunction}");
        assertThat(
                        chosen.ofType("AWS::Lambda::EventInvokeConfig").stream()
                                .filter(config ->
                                        chosen.plain(config.at("/FunctionName"))
                                                .equals("${TrainingFunction}"))
                                .map(config -> config.at("/MaximumRetryAttempts").asInt()))
                .containsExactly(2);
    }

    @Test
    void withAFunctionThereIsNothingOfSageMaker() {
        Templates chosen = onLambda();

        assertThat(chosen.template("BellwetherTraining").toString())
                .doesNotContainIgnoringCase("sagemaker");
        assertThat(
                        chosen.ofType("AWS::Events::Rule").stream()
                                .map(rule -> rule.text("/Name"))
                                .toList())
                .containsExactlyInAnyOrder(
                        "bellwether-lake-etl-failed", "bellwether-lake-etl-succeeded");
        assertStartsTheTriggerWithTheWholeEvent(
                chosen, chosen.only("AWS::Events::Rule", "LakeEtlSucceeded"));
    }

    @Test
    void aFailedFunctionIsAnAlarm() {
        Templates chosen = onLambda();
        Declared alarm = chosen.only("AWS::CloudWatch::Alarm", "TrainingFunctionErrors");

        assertThat(chosen.ofType("AWS::CloudWatch::Alarm")).hasSize(2);
        assertThat(chosen.plain(alarm.at("/Dimensions/0/Value"))).isEqualTo("${TrainingFunction}");
        assertThat(alarm.text("/MetricName")).isEqualTo("Errors");
        assertThat(chosen.plain(alarm.at("/AlarmActions/0"))).isEqualTo("${Alarms}");
    }

    private static Templates onLambda() {
        return Templates.synthesize(
                PlaceholderHome.create(), Map.of("trainingBackend", "function"));
    }

    private static void assertStartsTheTriggerWithTheWholeEvent(
            Templates templates, Declared rule) {
        assertThat(rule.at("/Targets"))
                .singleElement()
                .satisfies(target -> {
                    assertThat(templates.plain(target.path("Arn")))
                            .isEqualTo("${TrainTrigger.Arn}");
                    assertThat(target.has("InputTransformer") || target.has("Input")).isFalse();
                });
    }

    private static JsonNode json(String text) throws IOException {
        return new JsonMapper().readTree(text);
    }
}
