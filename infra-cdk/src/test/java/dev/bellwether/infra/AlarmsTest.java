package dev.bellwether.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.infra.Templates.Declared;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who is told when a night does not go well.
final class AlarmsTest {
    private final Templates templates = Templates.whole();

    @Test
    void theAddressesOfAlertsGetEveryAlarmWithoutAFilterAndATelephoneNone() {
        List<Declared> subscriptions =
                templates.ofType("AWS::SNS::Subscription").stream()
                        .filter(subscription ->
                                templates.plain(subscription.at("/TopicArn")).equals("${Alarms}"))
                        .toList();

        assertThat(subscriptions)
                .singleElement()
                .satisfies(subscription -> {
                    assertThat(subscription.text("/Protocol")).isEqualTo("email");
                    assertThat(subscription.text("/Endpoint")).isEqualTo("alerts@example.com");
                    assertThat(subscription.at("/FilterPolicy").isMissingNode()).isTrue();
                });
    }

    @Test
    void rulesAndAlarmsMayPublishToTheirTopicAndItHasNoKeyThatTheyCouldNotUse() {
        JsonNode statements =
                templates
                        .only("AWS::SNS::TopicPolicy", "AlarmsPolicy")
                        .at("/PolicyDocument/Statement");

        assertThat(
                        templates
                                .only("AWS::SNS::Topic", "Alarms")
                                .at("/KmsMasterKeyId")
                                .isMissingNode())
                .isTrue();
        assertThat(
                        statements
                                .valueStream()
                                .filter(statement ->
                                        !statement.path("Effect").asText().equals("Deny")))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(statement -> {
                    assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
                    assertThat(statement.path("Action").asText()).isEqualTo("sns:Publish");
                    assertThat(templates.plain(statement.path("Resource"))).isEqualTo("${Alarms}");
                })
                .extracting(statement -> statement.at("/Principal/Service").asText())
                .containsOnly("events.amazonaws.com", "cloudwatch.amazonaws.com");
        assertThat(statements.valueStream())
                .filteredOn(statement ->
                        statement.at("/Principal/Service").asText().startsWith("cloudwatch"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(templates.plain(statement.at("/Condition/ArnLike/aws:SourceArn")))
                            .isEqualTo(
                                    "arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:*");
                    assertThat(
                                    templates.plain(
                                            statement.at(
                                                    "/Condition/StringEquals/aws:SourceAccount")))
                            .isEqualTo("${AWS::AccountId}");
                });
    }

    @Test
    void aLakeJobThatEndsWithoutItsTablesIsToldInASentence() throws IOException {
        Declared rule = templates.only("AWS::Events::Rule", "LakeEtlFailed");

        assertThat(rule.text("/Name")).isEqualTo("bellwether-lake-etl-failed");
        assertThat(rule.text("/State")).isEqualTo("ENABLED");
        assertThat(rule.at("/EventPattern"))
                .isEqualTo(
                        json(
                                """
                                {"source":["aws.glue"],"detail-type":["Glue Job State Change"],
                                 "detail":{"jobName":["bellwether-lake-etl"],"state":["FAILED","TIMEOUT","STOPPED"]}}
                                """));
        assertTold(
                rule,
                "Bellwether: job <detail-jobName> ended as <detail-state> at <time>. <detail-message>");
    }

    @Test
    void aTrainingJobThatEndsWithoutAResultIsToldWithItsReason() throws IOException {
        Declared rule = templates.only("AWS::Events::Rule", "TrainingFailed");

        assertThat(rule.text("/Name")).isEqualTo("bellwether-training-failed");
        assertThat(rule.text("/State")).isEqualTo("ENABLED");
        assertThat(rule.at("/EventPattern"))
                .isEqualTo(
                        json(
                                """
                                {"source":["aws.sagemaker"],"detail-type":["SageMaker Training Job State Change"],
                                 "detail":{"TrainingJobName":[{"prefix":"bellwether-lasso-"}],"TrainingJobStatus":["Failed","Stopped"]}}
                                """));
        assertTold(
                rule,
                "Bellwether: training job <detail-TrainingJobName> ended as <detail-TrainingJobStatus> at <time>."
                        + " <detail-FailureReason>");
    }

    @Test
    void aFailureOfTheTrainTriggerIsAnAlarm() {
        Declared alarm = templates.only("AWS::CloudWatch::Alarm", "TrainTriggerErrors");

        assertThat(alarm.text("/Namespace")).isEqualTo("AWS/Lambda");
        assertThat(alarm.text("/MetricName")).isEqualTo("Errors");
        assertThat(alarm.text("/Dimensions/0/Name")).isEqualTo("FunctionName");
        assertThat(templates.plain(alarm.at("/Dimensions/0/Value"))).isEqualTo("${TrainTrigger}");
        assertThat(alarm.text("/Statistic")).isEqualTo("Sum");
        assertThat(alarm.at("/Period").asInt()).isEqualTo(300);
        assertThat(alarm.at("/Threshold").asInt()).isEqualTo(1);
        assertThat(alarm.at("/EvaluationPeriods").asInt()).isEqualTo(1);
        assertThat(alarm.text("/ComparisonOperator")).isEqualTo("GreaterThanOrEqualToThreshold");
        assertThat(alarm.text("/TreatMissingData")).isEqualTo("notBreaching");
        assertThat(templates.plain(alarm.at("/AlarmActions/0"))).isEqualTo("${Alarms}");
        assertThat(alarm.text("/AlarmDescription"))
                .isEqualTo(
                        "The day's training was not started, or is given up: see the log of the train trigger");
    }

    private void assertTold(Declared rule, String sentence) {
        assertThat(rule.at("/Targets"))
                .singleElement()
                .satisfies(target -> {
                    assertThat(templates.plain(target.path("Arn"))).isEqualTo("${Alarms}");
                    assertThat(target.at("/InputTransformer/InputTemplate").asText())
                            .isEqualTo("\"" + sentence + "\"");
                    assertThat(target.at("/InputTransformer/InputPathsMap").propertyStream())
                            .isNotEmpty()
                            .allSatisfy(path ->
                                    assertThat(path.getValue().asText())
                                            .isEqualTo("$." + path.getKey().replace('-', '.')));
                });
    }

    private static JsonNode json(String text) throws IOException {
        return new JsonMapper().readTree(text);
    }
}
