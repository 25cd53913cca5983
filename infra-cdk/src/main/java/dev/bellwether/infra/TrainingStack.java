package dev.bellwether.infra;

import dev.bellwether.infra.pipeline.MarketSchedules;
import dev.bellwether.infra.pipeline.MarketSchedules.Delivery;
import dev.bellwether.infra.pipeline.PipelineFunction;
import dev.bellwether.infra.pipeline.Rights;
import dev.bellwether.infra.settings.Endpoints;
import dev.bellwether.infra.settings.Home;
import dev.bellwether.infra.settings.TrainingSettings;
import dev.bellwether.infra.training.TrainingRole;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/// One training job a day. Only there when an image of the job is given.
public final class TrainingStack extends Stack {
    /// What the names of training jobs begin with.
    private static final String JOBS = "bellwether-lasso-";

    TrainingStack(
            Construct scope,
            String id,
            StackProps props,
            Home home,
            DataStack data,
            PipelineStack pipeline,
            TrainingSettings training,
            Endpoints endpoints) {
        super(scope, id, props);
        Role role = TrainingRole.create(this, "TrainingJobRole", data.lake(), training.image());
        Function function =
                new PipelineFunction(
                                "TrainTrigger",
                                "train-trigger",
                                "dev.bellwether.traintrigger.TrainTriggerHandler",
                                "Starts the day's training job")
                        .memory(512)
                        .timeout(Duration.seconds(60))
                        // The job's name holds its day: a start that is repeated starts nothing.
                        .retried(2, Duration.hours(1))
                        .with("LAKE_BUCKET", data.lake().getBucketName())
                        .with("TRAINING_IMAGE", training.image())
                        .with("TRAINING_ROLE_ARN", role.getRoleArn())
                        .with("TRAINING_INSTANCE_TYPE", training.instanceType())
                        .with("AWS_ENDPOINT_URL_SAGEMAKER", endpoints.sageMaker())
                        .may(Rights.listObjects(data.lake(), "bars/daily/"))
                        .may(
                                Rights.allow(
                                        List.of(
                                                "sagemaker:CreateTrainingJob",
                                                "sagemaker:DescribeTrainingJob"),
                                        formatArn(
                                                ArnComponents.builder()
                                                        .service("sagemaker")
                                                        .resource("training-job")
                                                        .resourceName(JOBS + "*")
                                                        .build())))
                        .may(pass(role))
                        .create(this, home);
        data.alarms().onTrainingJob(this, "TrainingFailed", "bellwether-training-failed", JOBS);
        data.alarms()
                .onErrors(
                        this,
                        "TrainTriggerErrors",
                        function,
                        "The day's training was not started, or is given up: see the log of the train trigger");
        new MarketSchedules(this, pipeline.scheduleGroup())
                .start(
                        "training",
                        "TrainingSchedule",
                        training.schedule(),
                        Delivery.WITHIN_AN_HOUR,
                        function);
    }

    private static PolicyStatement pass(Role role) {
        PolicyStatement statement = Rights.allow(List.of("iam:PassRole"), role.getRoleArn());
        statement.addCondition(
                "StringEquals", Map.of("iam:PassedToService", "sagemaker.amazonaws.com"));
        return statement;
    }
}
