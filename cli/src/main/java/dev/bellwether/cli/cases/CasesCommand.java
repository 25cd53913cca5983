package dev.bellwether.cli.cases;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.home.StateOption;
import dev.bellwether.cli.lake.LakeJob;
import dev.bellwether.cli.lake.LocalLake;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.cli.output.ResultTable;
import dev.bellwether.lake.raw.RawDescription.Decided;
import dev.bellwether.market.Symbol;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bellwether cases`: lists jumps of prices that ask for an explanation, and closes them.
@Command(
        name = "cases",
        mixinStandardHelpOptions = true,
        description =
                "Lists the local lake's price cases, open ones first: jumps that no split explains make their day degraded.")
public final class CasesCommand implements Callable<Integer> {
    private static final String CONFIRMED = "confirmed-move";
    private final InstantSource clock = InstantSource.system();

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private StateOption state = new StateOption();

    @Option(
            names = "-o",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        new CaseTable(Home.current(), state.folder())
                .all()
                .print(format, spec.commandLine().getOut());
        return ExitStatus.OK;
    }

    @Command(
            name = "confirm",
            mixinStandardHelpOptions = true,
            description =
                    "Decides that the move of a day is real: the decision is kept in the raw zone, the tables are made anew, and the day's return counts again.")
    int confirm(
            @Parameters(paramLabel = "SYMBOL", description = "As cases lists it.")
                    String symbolText,
            @Parameters(paramLabel = "DAY", description = "Such as 2011-10-25.") LocalDate day,
            @Option(
                            names = "-o",
                            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
                            defaultValue = "table")
                    OutputFormat confirmedFormat,
            @Mixin StateOption confirmedState) {
        Symbol symbol = symbol(symbolText);
        StateFolder folder = confirmedState.folder();
        CaseTable cases = new CaseTable(Home.current(), folder);
        requireOpen(cases.of(symbol, day), symbol, day);
        Progress progress = new Progress(spec.commandLine().getErr(), System.console() != null);
        String key =
                new Decisions(LocalLake.of(folder).folder())
                        .store(new Decided(symbol, day, clock.instant()));
        progress.done("decision", key);
        new LakeJob(Home.current(), folder, progress).run(() -> {});
        ResultTable closed = cases.of(symbol, day);
        closed.print(confirmedFormat, spec.commandLine().getOut());
        if (closed.rows().isEmpty() || !CaseTable.status(closed).equals(CONFIRMED)) {
            throw new FailedException(
                    "The decision is kept, but the case is not closed by it: see ./bellwether cases.");
        }
        return ExitStatus.OK;
    }

    private static void requireOpen(ResultTable found, Symbol symbol, LocalDate day) {
        if (found.rows().isEmpty()) {
            throw new FailedException(
                    "There is no case of %s on %s. ./bellwether cases lists them."
                            .formatted(symbol, day));
        }
        String status = CaseTable.status(found);
        if (!status.equals("open")) {
            throw new FailedException(
                    "The case of %s on %s is closed already: %s.".formatted(symbol, day, status));
        }
    }

    private Symbol symbol(String text) {
        if (!Symbol.isValid(text)) {
            throw new ParameterException(spec.commandLine(), "%s is no symbol.".formatted(text));
        }
        return Symbol.of(text);
    }
}
