package dev.bellwether.cli.lake;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.home.StateOption;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.ResultTable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bellwether lake`: lists and reads the objects of the local lake.
@Command(
        name = "lake",
        mixinStandardHelpOptions = true,
        description = "Lists and reads the objects of the local lake.")
public final class LakeCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "lake ls or lake get?");
    }

    @Command(
            name = "ls",
            mixinStandardHelpOptions = true,
            description = "Lists objects with their sizes.")
    int list(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "PREFIX",
                            description = "Keys that begin with this.")
                    @Nullable String prefix,
            @Option(
                            names = "-o",
                            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
                            defaultValue = "table")
                    OutputFormat format,
            @Mixin StateOption state) {
        List<List<@Nullable String>> rows =
                LocalLake.of(state.folder()).objects(prefix == null ? "" : prefix).stream()
                        .map(object ->
                                List.<@Nullable String>of(
                                        object.key(), Long.toString(object.size())))
                        .toList();
        new ResultTable(List.of("key", "bytes"), rows).print(format, spec.commandLine().getOut());
        return ExitStatus.OK;
    }

    @Command(
            name = "get",
            mixinStandardHelpOptions = true,
            description = "Writes an object to standard output.")
    int get(
            @Parameters(paramLabel = "KEY", description = "The object's key, as lake ls shows it.")
                    String key,
            @Mixin StateOption state)
            throws IOException {
        Path object =
                LocalLake.of(state.folder())
                        .find(key)
                        .orElseThrow(() ->
                                new FailedException(
                                        "The lake has no object %s. See bellwether lake ls."
                                                .formatted(key)));
        try (OutputStream out = new BufferedOutputStream(System.out)) {
            Files.copy(object, out);
        }
        return ExitStatus.OK;
    }
}
