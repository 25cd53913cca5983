package dev.bellwether.cli.demo;

import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.local.LocalAws;
import dev.bellwether.market.Symbol;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// The stacks on this machine, for single calls of the function that loads daily bars.
public final class IngestSession implements AutoCloseable {
    private final LocalAws aws;
    private final Instant scheduled;

    private IngestSession(LocalAws aws, Instant scheduled) {
        this.aws = aws;
        this.scheduled = scheduled;
    }

    /// Starts them over the state folder, which is this process's until the session is closed.
    public static IngestSession start(
            Home home,
            StateFolder state,
            Providers providers,
            Progress progress,
            InstantSource clock) {
        DemoRun run = new DemoRun(home, state, providers, progress, clock, Map.of());
        Path assembly = run.synthesize();
        LocalAws aws = run.start(assembly, new DayProgress(progress));
        state.remember(assembly);
        progress.done("services", "template's resources are there");
        return new IngestSession(
                aws,
                switch (providers.pace()) {
                    case Providers.Pace.Replay() -> new DayTimes(providers.runDay()).ends();
                    case Providers.Pace.Now(Instant at) -> at;
                });
    }

    /// Loads all of a symbol's bars, splits and dividends; none of it alerts.
    ///
    /// @return what became of it
    /// @throws FailedException if the function failed
    public IngestReport.SymbolReport backfill(Symbol symbol) {
        IngestReport report =
                IngestReport.of(
                        aws.invoke(
                                DemoRun.INGEST,
                                "{\"scheduledTime\":\"%s\",\"mode\":\"backfill\",\"symbols\":[\"%s\"]}"
                                        .formatted(scheduled, symbol)));
        aws.drain();
        return report.symbols().stream()
                .findFirst()
                .orElseThrow(() ->
                        new FailedException("The function's answer does not name " + symbol + "."));
    }

    @Override
    public void close() {
        aws.close();
    }
}
