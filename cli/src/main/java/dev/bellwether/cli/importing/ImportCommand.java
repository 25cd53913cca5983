package dev.bellwether.cli.importing;

import dev.bellwether.cli.demo.LakeAssembly;
import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.home.StateOption;
import dev.bellwether.cli.lake.LakeJob;
import dev.bellwether.cli.lake.LocalLake;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.lake.file.FileHints;
import dev.bellwether.lake.file.FileReading;
import dev.bellwether.lake.file.LabelConvention;
import dev.bellwether.lake.file.ProviderFile;
import dev.bellwether.lake.raw.ImportDescription;
import dev.bellwether.local.StateInUseException;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bellwether import`: takes files of providers into the lake.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes files of providers into the local lake: bars of Alpha Vantage, Yahoo and Alpaca, splits and dividends. Then makes its tables anew.",
            "The bytes tell the form. Rejected rows are named on standard error, each with its reason, and shown by table quarantine; the rest is kept.",
            "Exit status: 0 all was kept, 1 nothing was or a file is a failure's body, 3 some rows were rejected."
        })
public final class ImportCommand implements Callable<Integer> {
    private final InstantSource clock = InstantSource.system();

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private StateOption state = new StateOption();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV, JSON or JSON lines.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            description = "Whose bars they are, where neither the file nor its name says it.")
    private @Nullable String symbol;

    @Option(
            names = "--labels",
            paramLabel = "start|end",
            description = "Which end of its bar a time of Alpha Vantage's intraday files names.")
    private @Nullable LabelConvention labels;

    @Option(
            names = "--fetched-at",
            paramLabel = "INSTANT",
            description =
                    "When the files were fetched, such as 2026-11-20T21:30:00Z; without it their bars are assumed to be known from their session's end on.")
    private @Nullable String fetchedAt;

    @Option(
            names = "--no-tables",
            description =
                    "Only store the files: the next import, rebuild or daily run makes the tables of them.")
    private boolean noTables;

    @Option(
            names = "-o",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        Optional<Symbol> given = givenSymbol();
        Optional<Instant> fetched = fetched();
        StateFolder folder = state.folder();
        Progress progress = new Progress(spec.commandLine().getErr(), System.console() != null);
        ImportedObjects objects = new ImportedObjects(lake(folder, progress).folder());
        ImportReport report = new ImportReport(format, spec.commandLine().getErr());
        List<String> stored = new ArrayList<>();
        int worst = ExitStatus.OK;
        for (Path file : files) {
            FileHints hints =
                    new FileHints(
                                    String.valueOf(file.getFileName()),
                                    given,
                                    Optional.ofNullable(labels))
                            .takenAt(clock.instant());
            worst = worse(worst, take(file, hints, fetched, objects, report, stored));
        }
        report.print(spec.commandLine().getOut());
        if (!stored.isEmpty() && !noTables) {
            makeTables(folder, progress);
        }
        return worst;
    }

    private LocalLake lake(StateFolder folder, Progress progress) {
        if (folder.findMarket().filter("synthetic"::equals).isPresent()) {
            progress.warning(
                    "%s holds a synthetic market: bars of its symbols become versions beside the made-up ones"
                            .formatted(folder.path()));
        }
        if (noTables && LocalLake.exists(folder)) {
            return LocalLake.of(folder);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return LakeAssembly.ensure(Home.current(), folder, today, progress);
    }

    private static void makeTables(StateFolder folder, Progress progress) {
        try {
            new LakeJob(Home.current(), folder, progress).run(() -> {});
        } catch (StateInUseException e) {
            progress.warning(
                    "the files are stored, but process %s has the state folder: its next curation makes the tables of them, or ./bellwether rebuild when it has ended"
                            .formatted(e.owner()));
        }
    }

    private int take(
            Path file,
            FileHints hints,
            Optional<Instant> fetched,
            ImportedObjects objects,
            ImportReport report,
            List<String> stored) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            report.failed(file, "", "It cannot be read: " + e);
            return ExitStatus.FAILURE;
        }
        return switch (ProviderFile.read(bytes, hints)) {
            case FileReading.Data data when data.saysThereIsNone() -> {
                report.read(file, data, "", "There is none in it, and nothing to keep.");
                yield ExitStatus.OK;
            }
            case FileReading.Data data -> {
                if (!ImportedFile.keepsAny(data)) {
                    report.read(file, data, "", "Nothing of it was kept.");
                    RejectedRows.of(data.rejections(), hints, clock.instant())
                            .forEach(objects::quarantine);
                    yield ExitStatus.FAILURE;
                }
                byte[] safe = ImportedObjects.stored(bytes);
                ImportDescription description =
                        ImportedFile.describe(data, hints, safe, clock.instant(), fetched);
                stored.add(objects.store(description, safe));
                report.read(file, data, description.bodyKey(), "");
                yield data.rejections().isEmpty() ? ExitStatus.OK : ExitStatus.PARTIAL;
            }
            case FileReading.ProviderFailure failure -> {
                report.failed(
                        file,
                        "provider-failure",
                        "A provider's failure in the place of data, %s: %s"
                                .formatted(failure.kind(), failure.reason()));
                yield ExitStatus.FAILURE;
            }
            case FileReading.LabelsUnknown unknown -> {
                report.failed(file, "alphavantage-intraday", unknown.reason());
                yield ExitStatus.FAILURE;
            }
            case FileReading.Unreadable unreadable -> {
                report.failed(file, "", unreadable.reason());
                yield ExitStatus.FAILURE;
            }
        };
    }

    /// A failed file weighs more than a rejected row.
    private static int worse(int one, int other) {
        if (one == ExitStatus.FAILURE || other == ExitStatus.FAILURE) {
            return ExitStatus.FAILURE;
        }
        return Math.max(one, other);
    }

    private Optional<Symbol> givenSymbol() {
        if (symbol != null && !Symbol.isValid(symbol)) {
            throw new ParameterException(
                    spec.commandLine(), "--symbol %s is no symbol.".formatted(symbol));
        }
        return Optional.ofNullable(symbol).map(Symbol::of);
    }

    private Optional<Instant> fetched() {
        try {
            return Optional.ofNullable(fetchedAt).map(Instant::parse);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--fetched-at %s is no instant such as 2026-11-20T21:30:00Z."
                            .formatted(fetchedAt),
                    e);
        }
    }
}
