package dev.bellwether.cli.faults;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.cli.output.ResultTable;
import dev.bellwether.faults.SeedRange;
import dev.bellwether.faults.SeedReport;
import dev.bellwether.faults.SeedRuns;
import dev.bellwether.faults.Totals;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bellwether faults`: the stream functions under seeded fault schedules.
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = "Runs the stream functions under seeded fault schedules, in memory.",
        footer = {"", "The same seed does the same each time. Exit status 1 if a seed failed."})
public final class FaultsCommand implements Callable<Integer> {
    private static final int SEEDS_A_LINE = 1000;
    private static final int VIOLATIONS_SHOWN = 5;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--seeds",
            paramLabel = "A..B",
            description = "Seeds from A to B, both included (default: ${DEFAULT-VALUE}).",
            defaultValue = "0..299")
    private String seeds = "0..299";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "This one seed, with all that goes wrong in it.")
    private @Nullable Long seed;

    @Option(
            names = "-o",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() throws InterruptedException {
        SeedRange range = range();
        PrintWriter errors = spec.commandLine().getErr();
        Progress progress = new Progress(errors, System.console() != null);
        long[] done = {0};
        Totals totals =
                SeedRuns.run(
                        range.seeds(),
                        report -> {
                            tell(report, errors);
                            done[0]++;
                            String far = "%,d of %,d".formatted(done[0], range.size());
                            if (done[0] % SEEDS_A_LINE == 0 || done[0] == range.size()) {
                                progress.done("seeds", far);
                            } else {
                                progress.moving("seeds", far);
                            }
                        });
        print(totals, progress);
        totals.failed()
                .keySet()
                .forEach(failed ->
                        errors.printf(
                                "seed %d failed; again: ./bellwether faults --seed %d%n",
                                failed, failed));
        errors.flush();
        return totals.failed().isEmpty() ? ExitStatus.OK : ExitStatus.FAILURE;
    }

    private SeedRange range() {
        try {
            return seed == null ? SeedRange.parse(seeds) : new SeedRange(seed, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void tell(SeedReport report, PrintWriter errors) {
        if (seed != null) {
            report.faults().forEach(fault -> errors.println("  " + fault));
        }
        int shown = seed != null ? report.violations().size() : VIOLATIONS_SHOWN;
        report.violations().stream()
                .limit(shown)
                .forEach(violation -> errors.printf("  seed %d: %s%n", report.seed(), violation));
    }

    private void print(Totals totals, Progress progress) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        totals.faults()
                .forEach((kind, count) -> rows.add(List.of("fault", kind.text(), text(count))));
        totals.counts().forEach((what, count) -> rows.add(List.of("result", what, text(count))));
        rows.add(
                List.of(
                        "result",
                        "seconds",
                        String.format(
                                Locale.ROOT, "%.1f", progress.elapsed().toMillis() / 1000.0)));
        new ResultTable(List.of("kind", "what", "count"), rows)
                .print(format, spec.commandLine().getOut());
    }

    private static String text(long count) {
        return Long.toString(count);
    }
}
