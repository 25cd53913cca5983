package dev.bellwether.infra;

import dev.bellwether.infra.etl.LakeEtlJob;
import dev.bellwether.infra.pipeline.JobEvents;
import dev.bellwether.infra.pipeline.MarketSchedules;
import dev.bellwether.infra.pipeline.MarketSchedules.Delivery;
import dev.bellwether.infra.pipeline.PipelineFunction;
import dev.bellwether.infra.pipeline.Rights;
import dev.bellwether.infra.settings.Endpoints;
import dev.bellwether.infra.settings.Home;
import dev.bellwether.infra.settings.TrainingBackend;
import dev.bellwether.infra.settings.TrainingSettings;
import dev.bellwether.infra.training.TrainingFunction;
import dev.bellwether.infra.training.TrainingRole;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/// One training job a day, after the lake's job. Only there when an image of the job is given, or a
/// function is to run it.
public final class TrainingStack extends Stack {
    /// What the names of training jobs begin with.
    private static final String JOBS = "bellwether-lasso-";

    private final Home home;
    private final DataStack data;

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
        this.home = home;
        this.data = data;
        Function trigger =
                switch (training.backend()) {
                    case TrainingBackend.SageMaker sageMaker -> onSageMaker(sageMaker, endpoints);
                    case TrainingBackend.OnLambda _ -> onLambda();
                };
        start(
                "LakeEtlSucceeded",
                "bellwether-lake-etl-succeeded",
                JobEvents.ofGlue(LakeEtlJob.NAME, "SUCCEEDED"),
                trigger);
        data.alarms()
                .onErrors(
                        this,
                        "TrainTriggerErrors",
                        trigger,
                        "The day's training was not started, or is given up: see the log of the train trigger");
        // Glue tells its events as well as it can: one that is lost is made up for in the night.
        new MarketSchedules(this, pipeline.scheduleGroup())
                .start(
                        "training",
                        "TrainingSchedule",
                        training.schedule(),
                        Delivery.WITHIN_AN_HOUR,
                        trigger);
    }

    private Function onSageMaker(TrainingBackend.SageMaker training, Endpoints endpoints) {
        Role role = TrainingRole.create(this, "TrainingJobRole", data.lake(), training.image());
        Function trigger =
                trigger()
                        .with("TRAINING_IMAGE", training.image())
                        .with("TRAINING_ROLE_ARN", role.getRoleArn())
                        .with("TRAINING_INSTANCE_TYPE", training.instanceType())
                        .with("AWS_ENDPOINT_URL_SAGEMAKER", endpoints.sageMaker())
                        .may(Rights.writeObjects(data.lake(), "training/days/"))
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
        start(
                "TrainingEnded",
                "bellwether-training-ended",
                JobEvents.ofSageMaker(JOBS, "Failed", "Stopped"),
                trigger);
        data.alarms().onTrainingJob(this, "TrainingFailed", "bellwether-training-failed", JOBS);
        return trigger;
    }

    private Function onLambda() {
        Function training = TrainingFunction.create(this, home, data.lake());
        data.alarms()
                .onErrors(
                        this,
                        "TrainingFunctionErrors",
                        training,
                        "A training job failed: its reason is in training/jobs/ of the lake, and in the function's log");
        return trigger()
                .with("TRAINING_FUNCTION", training.getFunctionName())
                .may(Rights.writeObjects(data.lake(), "training/days/", "training/jobs/"))
                .may(Rights.allow(List.of("lambda:InvokeFunction"), training.getFunctionArn()))
                .create(this, home);
    }

    private PipelineFunction trigger() {
        return new PipelineFunction(
                        "TrainTrigger",
                        "train-trigger",
                        "dev.bellwether.traintrigger.TrainTriggerHandler",
                        "Starts the day's training job")
                .memory(512)
                .timeout(Duration.seconds(60))
                // The day's job is claimed in the lake: a start that is repeated starts nothing.
                .retried(2, Duration.hours(1))
                .with("LAKE_BUCKET", data.lake().getBucketName())
                .may(Rights.readObjects(data.lake(), "training/"));
    }

    private void start(String id, String ruleName, EventPattern events, Function trigger) {
        Rule.Builder.create(this, id)
                .ruleName(ruleName)
                .eventPattern(events)
                .targets(List.of(new LambdaFunction(trigger)))
                .build();
    }

    private static PolicyStatement pass(Role role) {
        PolicyStatement statement = Rights.allow(List.of("iam:PassRole"), role.getRoleArn());
        statement.addCondition(
                "StringEquals", Map.of("iam:PassedToService", "sagemaker.amazonaws.com"));
        return statement;
    }
}
