package dev.bellwether.cli.demo;

import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.localstack.CdkCommand;
import dev.bellwether.localstack.DeployedPipeline;
import dev.bellwether.localstack.Deployment;
import dev.bellwether.localstack.GlueService;
import dev.bellwether.localstack.LocalStack;
import dev.bellwether.localstack.LocalStackSettings;
import dev.bellwether.localstack.TrainingService;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/// One market day of the pipeline, deployed into LocalStack by the CDK's command line; then the
/// lake is copied out and asked here. LocalStack is gone at the end.
///
/// @param state folder of the copy, the assembly and the logs
/// @param clock wall clock
record LocalStackRun(
        Home home,
        StateFolder state,
        Providers providers,
        Progress progress,
        InstantSource clock,
        LocalStackSettings settings) {
    private static final String KEY_PARAMETER = "/bellwether/alphavantage/api-key";

    /// Runs the day and shows what it came to.
    ///
    /// @return the command's exit status
    int run(Consumer<DemoSummary> shown) {
        Instant started = clock.instant();
        progress.done(
                "start",
                "%s on %s; %s"
                        .formatted(providers.symbols(), providers.runDay(), providers.source()));
        providers.remarks().forEach(progress::warning);
        DayProgress day = new DayProgress(progress);
        Path assembly = state.synthesized().resolve("localstack");
        DeletedTree.of(state.buckets()); // an earlier run's copy
        try (LocalStack localStack = LocalStack.open(settings)) {
            progress.done("localstack", "answers at " + localStack.endpoint());
            try {
                run(localStack, assembly, day);
            } catch (SdkException e) {
                localStack.requireRunning();
                throw e;
            }
        }
        DemoSummary summary =
                new SummaryReader(home, state, progress).read(providers, assembly, started, day);
        summary.places()
                .put(
                        "not LocalStack",
                        "schedules were fired by this command; training was a process here; queries ran here, on a copy of the bucket");
        shown.accept(summary);
        return summary.exitStatus();
    }

    private void run(LocalStack localStack, Path assembly, DayProgress day) {
        try (TrainingService training =
                        TrainingService.start(
                                localStack,
                                home.java(),
                                state.path(),
                                home.trainingEntryPoint(),
                                day);
                GlueService glue =
                        GlueService.start(
                                home.root(),
                                home.java(),
                                state.path().resolve("localstack"),
                                day)) {
            DeployedPipeline pipeline = deploy(localStack, training, glue, assembly, day);
            replay(pipeline, day);
            day.trainingEnded(training.awaitAll());
            day.refused(training.refusedCalls());
            int objects = pipeline.copyLake(state.buckets());
            progress.done("copy", "%,d objects of the lake".formatted(objects));
        }
    }

    private DeployedPipeline deploy(
            LocalStack localStack,
            TrainingService training,
            GlueService glue,
            Path assembly,
            DayProgress day) {
        CdkCommand cdk =
                new CdkCommand(
                        home.root(),
                        home.java(),
                        localStack.endpoint(),
                        state.logs().resolve("cdk.log"));
        SortedMap<String, String> context = providers.contextSeenFrom(localStack.hostAddress());
        context.put("sageMakerEndpoint", training.address().toString());
        DeletedTree.of(assembly);
        cdk.synthesize(context, assembly);
        state.remember(assembly);
        progress.done("template", "synthesized by the CDK's command line");
        cdk.bootstrap();
        progress.done("bootstrap", "account and region prepared");
        Deployment deployment = Deployment.deploy(localStack, cdk, assembly);
        progress.done(
                "deploy",
                "%d resources in %d stacks"
                        .formatted(deployment.resources().size(), deployment.stacks().size()));
        DeployedPipeline pipeline = new DeployedPipeline(localStack, deployment, glue, day);
        pipeline.putSecret(KEY_PARAMETER, providers.alphaVantageKey().value());
        return pipeline;
    }

    private void replay(DeployedPipeline pipeline, DayProgress day) {
        DayTimes times = new DayTimes(providers.runDay());
        day.answered(
                "history", IngestReport.of(pipeline.invoke(DemoRun.INGEST, times.historyEvent())));
        pipeline.awaitDelivered();
        pipeline.runDay(times.begins(), times.ends());
    }
}
