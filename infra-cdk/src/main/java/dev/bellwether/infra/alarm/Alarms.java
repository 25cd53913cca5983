package dev.bellwether.infra.alarm;

import dev.bellwether.infra.pipeline.JobEvents;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.events.EventField;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.targets.SnsTopic;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/// Tells a topic what failed: the ends of jobs by rules, each as a sentence, and functions by
/// CloudWatch's alarms on their errors.
///
/// @param topic of [AlarmTopic]
public record Alarms(ITopic topic) {
    private static final int ERROR_MINUTES = 5;

    /// A run of the Glue job ended without its result.
    public void onGlueJob(Construct scope, String id, String ruleName, String jobName) {
        tell(
                scope,
                id,
                ruleName,
                JobEvents.ofGlue(jobName, "FAILED", "TIMEOUT", "STOPPED"),
                "Bellwether: job %s ended as %s at %s. %s"
                        .formatted(
                                EventField.fromPath("$.detail.jobName"),
                                EventField.fromPath("$.detail.state"),
                                EventField.fromPath("$.time"),
                                EventField.fromPath("$.detail.message")));
    }

    /// A training job of SageMaker whose name begins so ended without its result.
    public void onTrainingJob(Construct scope, String id, String ruleName, String namePrefix) {
        tell(
                scope,
                id,
                ruleName,
                JobEvents.ofSageMaker(namePrefix, "Failed", "Stopped"),
                "Bellwether: training job %s ended as %s at %s. %s"
                        .formatted(
                                EventField.fromPath("$.detail.TrainingJobName"),
                                EventField.fromPath("$.detail.TrainingJobStatus"),
                                EventField.fromPath("$.time"),
                                EventField.fromPath("$.detail.FailureReason")));
    }

    private void tell(
            Construct scope, String id, String ruleName, EventPattern pattern, String sentence) {
        Rule.Builder.create(scope, id)
                .ruleName(ruleName)
                .eventPattern(pattern)
                .targets(
                        List.of(
                                SnsTopic.Builder.create(topic)
                                        .message(RuleTargetInput.fromText(sentence))
                                        .build()))
                .build();
    }

    /// An invocation of the function failed.
    ///
    /// @param meaning what that comes to
    public void onErrors(Construct scope, String id, Function function, String meaning) {
        Alarm alarm =
                Alarm.Builder.create(scope, id)
                        .alarmDescription(meaning)
                        .metric(
                                function.metricErrors(
                                        MetricOptions.builder()
                                                .period(Duration.minutes(ERROR_MINUTES))
                                                .statistic("Sum")
                                                .build()))
                        .threshold(1)
                        .evaluationPeriods(1)
                        // It is started a few times a day: no invocation is no error.
                        .treatMissingData(TreatMissingData.NOT_BREACHING)
                        .build();
        alarm.addAlarmAction(new SnsAction(topic));
    }
}
