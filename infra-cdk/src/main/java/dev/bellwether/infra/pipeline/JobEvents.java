package dev.bellwether.infra.pipeline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.events.EventPattern;

/// What AWS tells of jobs.
public final class JobEvents {
    private JobEvents() {}

    /// Runs of a Glue job that came into one of these states:
    /// <https://docs.aws.amazon.com/glue/latest/dg/automating-awsglue-with-cloudwatch-events.html>.
    public static EventPattern ofGlue(String jobName, String... states) {
        return pattern(
                "aws.glue",
                "Glue Job State Change",
                Map.of("jobName", List.of(jobName), "state", List.of(states)));
    }

    /// Training jobs whose name begins so, and that came to one of these:
    /// <https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html>.
    public static EventPattern ofSageMaker(String namePrefix, String... statuses) {
        return pattern(
                "aws.sagemaker",
                "SageMaker Training Job State Change",
                Map.of(
                        "TrainingJobName",
                        List.of(Map.of("prefix", namePrefix)),
                        "TrainingJobStatus",
                        List.of(statuses)));
    }

    private static EventPattern pattern(String source, String type, Map<String, ?> detail) {
        return EventPattern.builder()
                .source(List.of(source))
                .detailType(List.of(type))
                .detail(new TreeMap<>(detail))
                .build();
    }
}
