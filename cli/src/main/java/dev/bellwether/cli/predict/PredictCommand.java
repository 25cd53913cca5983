package dev.bellwether.cli.predict;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.ResultTable;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bellwether predict`: trains on files of providers and prints the forecasts.
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = {
            "Trains on daily bars of providers' files, as the training image does, and prints a forecast for each symbol.",
            "Skill is yes or none; without it the forecast is the last close. The same files give the same bytes.",
            "Exit status: 0 forecast, whatever rows were rejected; 1 a file is unreadable, or the forecasts are withheld."
        })
public final class PredictCommand implements Callable<Integer> {
    private static final int MOST_SESSIONS_AHEAD = 20;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Daily bars as CSV or JSON.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--actions",
            paramLabel = "FILE",
            description = "Splits, as Alpha Vantage's SPLITS in CSV or JSON; may be repeated.")
    private List<Path> actions = new ArrayList<>();

    @Option(
            names = "--horizon",
            paramLabel = "SESSIONS",
            description = "How many sessions ahead, 1 to 20 (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private int horizon = 1;

    @Option(names = "--scores", description = "Print how each model did instead.")
    private boolean scores;

    @Option(
            names = "--created-at",
            paramLabel = "INSTANT",
            description =
                    "Time that the forecasts carry (default: four hours after the newest bar's close).")
    private @Nullable String createdAt;

    @Option(
            names = "-o",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
            defaultValue = "csv")
    private OutputFormat format = OutputFormat.CSV;

    @Override
    public Integer call() {
        if (horizon < 1 || horizon > MOST_SESSIONS_AHEAD) {
            throw new ParameterException(
                    spec.commandLine(), "--horizon %d is not from 1 to 20.".formatted(horizon));
        }
        PrintWriter errors = spec.commandLine().getErr();
        PredictionInput input = PredictionInput.read(files, actions, errors);
        errors.flush();
        byte[] result =
                new TrainingProcess(Home.current())
                        .run(input, new TrainingProcess.Asked(horizon, instant(), scores));
        print(new String(result, StandardCharsets.UTF_8));
        return ExitStatus.OK;
    }

    // CSV is handed on as the job wrote it, which is what the lake would hold.
    private void print(String csv) {
        PrintWriter out = spec.commandLine().getOut();
        if (format == OutputFormat.CSV) {
            out.print(csv);
            out.flush();
            return;
        }
        List<List<String>> rows = CsvRows.read(csv);
        new ResultTable(rows.getFirst(), CsvRows.cells(rows)).print(format, out);
    }

    private Optional<Instant> instant() {
        try {
            return Optional.ofNullable(createdAt).map(Instant::parse);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--created-at %s is no instant such as 2026-11-20T21:30:00Z."
                            .formatted(createdAt),
                    e);
        }
    }
}
