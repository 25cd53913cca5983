package dev.bellwether.cli.query;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.home.StateOption;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.local.athena.QueryException;
import dev.bellwether.local.athena.QueryResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bellwether query`: Athena's SQL over the local lake.
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Runs Athena's SQL over the local lake, with the demo stopped or running.")
public final class QueryCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private StateOption state = new StateOption();

    @Parameters(
            paramLabel = "SQL|FILE.sql",
            description =
                    "A statement, or a file that holds one, such as athena-queries/latest-quotes.sql.")
    private String statement = "";

    @Option(
            names = "-o",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        String sql = sql();
        StateFolder folder = state.folder();
        try (AthenaSession athena =
                AthenaSession.start(Home.current(), folder, folder.lastAssembly())) {
            QueryResult result = athena.query(sql);
            AthenaSession.table(result).print(format, spec.commandLine().getOut());
            spec.commandLine()
                    .getErr()
                    .printf(
                            "%,d rows, %,d bytes scanned, %.1f s%n",
                            result.rows().size(),
                            result.bytesScanned(),
                            result.wallTime().toMillis() / 1000.0);
            return ExitStatus.OK;
        } catch (QueryException e) {
            throw new FailedException("The query failed: " + e.getMessage(), e);
        }
    }

    private String sql() {
        if (!statement.endsWith(".sql")) {
            return statement;
        }
        Path file = Path.of(statement);
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "There is no file " + statement + ".");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file + " failed", e);
        }
    }
}
