package dev.bellwether.cli.quarantine;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.ResultTable;
import dev.bellwether.cli.quarantine.RedriveRow.Outcome;
import dev.bellwether.cli.store.PipelineStores;
import dev.bellwether.cli.store.PipelineStores.Use;
import dev.bellwether.cli.store.StoreOption;
import dev.bellwether.market.QuarantineReason;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bellwether quarantine`: what was kept out of the data, and its way back.
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        description = "Lists what was kept out of the data, and puts it back into the stream.")
public final class QuarantineCommand implements Runnable {
    private static final Set<Outcome> DONE = EnumSet.of(Outcome.REDRIVEN, Outcome.WOULD_BE);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "quarantine list or quarantine redrive?");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description =
                    "Lists rejected records, and batches that were given up after all retries.")
    int list(
            @Option(
                            names = "--reason",
                            paramLabel = "REASON",
                            description = "Only of this reason, such as invalid-quote or given-up.")
                    @Nullable String reason,
            @Option(
                            names = "--day",
                            paramLabel = "DATE",
                            description = "Only of this market day, such as 2025-10-29.")
                    @Nullable LocalDate day,
            @Option(
                            names = "-o",
                            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
                            defaultValue = "table")
                    OutputFormat format,
            @Mixin StoreOption where) {
        requireKnown(reason);
        List<List<@Nullable String>> rows =
                PipelineStores.look(
                        where,
                        buckets ->
                                QuarantineRows.of(
                                        new QuarantineShelf(buckets.lake(), buckets.failures()),
                                        Optional.ofNullable(day),
                                        row -> reason == null || reason.equals(row)));
        new ResultTable(QuarantineRows.COLUMNS, rows).print(format, spec.commandLine().getOut());
        return ExitStatus.OK;
    }

    private void requireKnown(@Nullable String reason) {
        List<String> known =
                Stream.concat(
                                Stream.of(QuarantineReason.values()).map(QuarantineReason::id),
                                Stream.of(QuarantineRows.GIVEN_UP))
                        .toList();
        if (reason != null && !known.contains(reason)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no reason %s; there are %s."
                            .formatted(reason, String.join(", ", known)));
        }
    }

    @Command(
            name = "redrive",
            mixinStandardHelpOptions = true,
            description = {
                "Puts rejected stream records that pass the checks now back into the stream, and hands out again what was given up.",
                "What was put back is moved to quarantine-redriven/ in the lake, or redriven/ in the failure bucket; what can't be stays. Exit status 3: something stayed."
            })
    int redrive(
            @Option(
                            names = "--day",
                            paramLabel = "DATE",
                            description =
                                    "Only of this market day; of what was given up, the day of that in UTC.")
                    @Nullable LocalDate day,
            @Option(
                            names = "--id",
                            paramLabel = "ID",
                            description = "Only this one, as quarantine list shows it.")
                    @Nullable String id,
            @Option(
                            names = "--dry-run",
                            description = "Only says what would be done; nothing is started.")
                    boolean dryRun,
            @Option(
                            names = "-o",
                            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
                            defaultValue = "table")
                    OutputFormat format,
            @Mixin StoreOption where) {
        RedrivePlan plan =
                PipelineStores.look(
                        where,
                        buckets ->
                                RedrivePlan.of(
                                        new QuarantineShelf(buckets.lake(), buckets.failures()),
                                        Optional.ofNullable(day),
                                        Optional.ofNullable(id)));
        if (id != null && plan.isEmpty()) {
            throw new FailedException(
                    "Nothing in quarantine has id %s%s. See bellwether quarantine list."
                            .formatted(id, day == null ? "" : " on " + day));
        }
        List<RedriveRow> rows = dryRun || !plan.hasWork() ? plan.rows() : carryOut(plan, where);
        QuarantineRows.table(rows).print(format, spec.commandLine().getOut());
        boolean stayed =
                rows.stream()
                        .map(RedriveRow::outcome)
                        .anyMatch(outcome ->
                                !DONE.contains(outcome)
                                        // Of all that there is, this was not meant; by its id it
                                        // was.
                                        && (id != null || outcome != Outcome.OTHER_SOURCE));
        return stayed ? ExitStatus.PARTIAL : ExitStatus.OK;
    }

    private List<RedriveRow> carryOut(RedrivePlan plan, StoreOption where) {
        return PipelineStores.use(
                where,
                Use.EVERYTHING,
                stores -> {
                    stores.settle(); // what an earlier run left is not ours to count
                    List<RedriveRow> rows = Redrive.in(stores).carryOut(plan);
                    spec.commandLine().getErr().println(Aftermath.of(stores, rows));
                    return rows;
                });
    }
}
