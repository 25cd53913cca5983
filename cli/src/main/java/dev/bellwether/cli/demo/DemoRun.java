package dev.bellwether.cli.demo;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.lake.LocalLake;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.local.LocalAws;
import dev.bellwether.local.LocalAwsSettings;
import dev.bellwether.market.TradingCalendar;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/// One run of the pipeline on this machine, from the synthesis to the summary.
///
/// @param clock wall clock
/// @param chosen keys of the app's context that the user gave
record DemoRun(
        Home home,
        StateFolder state,
        Providers providers,
        Progress progress,
        InstantSource clock,
        Map<String, String> chosen) {
    static final String INGEST = "IngestAlphaVantage";

    /// What follows the day.
    enum Afterwards {
        /// Everything is stopped.
        STOP,
        /// The schedules go on on the wall clock until the process is ended.
        GO_ON
    }

    /// Runs the day and shows what it came to.
    ///
    /// @return the command's exit status
    int run(Afterwards afterwards, Consumer<DemoSummary> shown) {
        Instant started = clock.instant();
        progress.done(
                "start",
                "%s on %s; %s"
                        .formatted(providers.symbols(), providers.runDay(), providers.source()));
        providers.remarks().forEach(progress::warning);
        Path assembly = synthesize();
        DayProgress day = new DayProgress(progress);
        try (LocalAws aws = start(assembly, day)) {
            // Only now is the state this run's: a refused second run must not change what queries
            // see.
            state.remember(assembly);
            progress.done("services", "template's resources are there");
            switch (providers.pace()) {
                case Providers.Pace.Replay() -> replay(aws, day);
                case Providers.Pace.Now(Instant at) -> once(aws, day, at);
            }
            day.trainingEnded(aws.trainingJobs());
            day.refused(aws.refusedCalls());
            if (afterwards == Afterwards.GO_ON) {
                shown.accept(summary(assembly, started, day));
                progress.done("clock", "going on on the wall clock; Ctrl-C ends it");
                aws.runOnWallClock();
                return ExitStatus.OK;
            }
        }
        // The engines are gone by now: what they took is free for the query engine.
        DemoSummary summary = summary(assembly, started, day);
        shown.accept(summary);
        return summary.exitStatus();
    }

    private DemoSummary summary(Path assembly, Instant started, DayProgress day) {
        return new SummaryReader(home, state, progress).read(providers, assembly, started, day);
    }

    /// The assembly of the providers' symbols and the days that the lake has.
    Path synthesize() {
        SortedMap<String, String> context = providers.context(LocalLake.days(state));
        context.putAll(chosen);
        Synthesis.Assembly assembly = new Synthesis(home, state).assemble(context);
        progress.done(
                "template",
                switch (assembly.origin()) {
                    case SYNTHESIZED -> "synthesized by the CDK app";
                    case CACHED -> "unchanged since its synthesis";
                });
        return assembly.folder();
    }

    /// Starts its stacks.
    LocalAws start(Path assembly, DayProgress day) {
        return LocalAws.start(
                new LocalAwsSettings(
                        assembly,
                        state.path(),
                        home.root(),
                        home.java(),
                        home.node(),
                        Map.of(
                                "/bellwether/alphavantage/api-key",
                                providers.alphaVantageKey().value()),
                        providers.endpoints(),
                        home.trainingEntryPoint(),
                        clock,
                        day));
    }

    /// The history first, which alerts on nothing; then the day as its schedules have it.
    private void replay(LocalAws aws, DayProgress day) {
        DayTimes times = new DayTimes(providers.runDay());
        day.answered("history", IngestReport.of(aws.invoke(INGEST, times.historyEvent())));
        aws.drain();
        aws.runDay(times.begins(), times.ends());
    }

    /// Every function once, about now.
    private void once(LocalAws aws, DayProgress day, Instant at) {
        new CallLedger(state).reserve(providers.symbols().size(), at);
        String event = "{\"scheduledTime\":\"%s\"}".formatted(at);
        day.answered("daily bars", IngestReport.of(aws.invoke(INGEST, event)));
        if (TradingCalendar.nyse().findOpen(at).isPresent()) {
            day.polled(IngestReport.answer(aws.invoke("IngestYahoo", event)));
        } else {
            progress.warning("the exchange is closed: no quotes");
        }
        aws.drain();
        // Its end starts training.
        aws.runJob("LakeEtl");
        aws.awaitJobs();
    }
}
