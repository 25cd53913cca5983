package dev.bellwether.cli.predict;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.home.StateOption;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.query.AthenaSession;
import dev.bellwether.local.athena.QueryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bellwether predictions`: the track record of what was published.
@Command(
        name = "predictions",
        mixinStandardHelpOptions = true,
        description =
                "Shows how good the published predictions were whose day has passed, with the naive forecast beside them.")
public final class PredictionsCommand implements Callable<Integer> {
    private static final String QUERY = "athena-queries/prediction-track-record.sql";

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private StateOption state = new StateOption();

    @Option(
            names = "-o",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        Home home = Home.current();
        StateFolder folder = state.folder();
        try (AthenaSession athena = AthenaSession.start(home, folder, folder.lastAssembly())) {
            AthenaSession.table(athena.query(sql(home.root().resolve(QUERY))))
                    .print(format, spec.commandLine().getOut());
            return ExitStatus.OK;
        } catch (QueryException e) {
            throw new FailedException("The query failed: " + e.getMessage(), e);
        }
    }

    private static String sql(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file + " failed", e);
        }
    }
}
