package dev.bellwether.cli.demo;

import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.lake.LocalLake;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.cli.store.StoreNames;
import dev.bellwether.local.template.Template;
import dev.bellwether.simulator.SyntheticMarket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Makes a lake under a state folder before any run has: with the stacks' own template, as a run
/// would synthesize it for the default symbols.
public final class LakeAssembly {
    private LakeAssembly() {}

    /// The state folder's lake; made if there is none.
    ///
    /// @param today a day that its tables must show
    public static LocalLake ensure(
            Home home, StateFolder state, LocalDate today, Progress progress) {
        if (!state.hasAssembly()) {
            NavigableSet<LocalDate> days = new TreeSet<>(LocalLake.days(state));
            days.add(today);
            Synthesis.Assembly assembly =
                    new Synthesis(home, state)
                            .assemble(
                                    Providers.context(
                                            SyntheticMarket.DEFAULT_SYMBOLS, days, Duration.ZERO));
            state.remember(assembly.folder());
            progress.done("template", "synthesized by the CDK app");
        }
        String bucket = StoreNames.of(Template.read(state.lastAssembly())).lake();
        try {
            Files.createDirectories(state.buckets().resolve(bucket));
        } catch (IOException e) {
            Path buckets = state.buckets();
            throw new UncheckedIOException("Making the lake's folder in " + buckets + " failed", e);
        }
        return LocalLake.of(state);
    }
}
