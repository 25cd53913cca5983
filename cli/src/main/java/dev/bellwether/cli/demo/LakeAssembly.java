package dev.bellwether.cli.demo;

import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.lake.LocalLake;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.cli.store.StoreNames;
import dev.bellwether.local.template.GlueTable;
import dev.bellwether.local.template.Template;
import dev.bellwether.market.Symbol;
import dev.bellwether.simulator.SyntheticMarket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Makes a lake under a state folder before any run has: with the stacks' own template, as a run
/// would synthesize it for the default symbols. Of one that is there the tables come to show the
/// days that it has objects of by now.
public final class LakeAssembly {
    private static final String RANGE = "projection.dt.range";
    private static final String CALL_SPACING = "ALPHAVANTAGE_CALL_SPACING_MILLIS";

    private LakeAssembly() {}

    /// The state folder's lake; made if there is none.
    ///
    /// @param today a day that its tables must show
    public static LocalLake ensure(
            Home home, StateFolder state, LocalDate today, Progress progress) {
        NavigableSet<LocalDate> days = new TreeSet<>(LocalLake.days(state));
        days.add(today);
        if (!state.hasAssembly()) {
            assemble(home, state, SyntheticMarket.DEFAULT_SYMBOLS, days, Duration.ZERO, progress);
        } else {
            Template last = Template.read(state.lastAssembly());
            if (!shows(last, days)) {
                List<Symbol> symbols = StoreNames.of(last).symbols();
                assemble(home, state, symbols, days, callSpacing(last), progress);
            }
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

    private static void assemble(
            Home home,
            StateFolder state,
            List<Symbol> symbols,
            NavigableSet<LocalDate> days,
            Duration callSpacing,
            Progress progress) {
        Synthesis.Assembly assembly =
                new Synthesis(home, state).assemble(Providers.context(symbols, days, callSpacing));
        state.remember(assembly.folder());
        progress.done("template", "synthesized by the CDK app");
    }

    /// Whether all tables by day show these days: local assemblies say first and last as days.
    private static boolean shows(Template template, NavigableSet<LocalDate> days) {
        return template.glueTables().stream()
                .map(GlueTable::tableInput)
                .map(table -> table.path("Parameters").path(RANGE).asText())
                .filter(range -> !range.isEmpty())
                .map(range -> range.split(","))
                .allMatch(range ->
                        !days.getFirst().isBefore(LocalDate.parse(range[0]))
                                && !days.getLast().isAfter(LocalDate.parse(range[1])));
    }

    private static Duration callSpacing(Template template) {
        return template.functions().stream()
                .map(function -> function.environment().get(CALL_SPACING))
                .filter(millis -> millis != null)
                .findFirst()
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
                .orElse(Duration.ZERO);
    }
}
