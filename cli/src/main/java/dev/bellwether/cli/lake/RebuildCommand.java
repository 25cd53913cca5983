package dev.bellwether.cli.lake;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.home.StateOption;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.cli.output.ResultTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bellwether rebuild`: the curated tables anew, out of the raw zone alone.
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description =
                "Deletes the local lake's curated tables and makes them again out of the raw zone.")
public final class RebuildCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private StateOption state = new StateOption();

    @Option(
            names = "-o",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        StateFolder folder = state.folder();
        Path curated = LocalLake.of(folder).folder().resolve("curated");
        Progress progress = new Progress(spec.commandLine().getErr(), System.console() != null);
        List<TableReport> tables =
                new LakeJob(Home.current(), folder, progress).run(() -> delete(curated));
        progress.done("rebuild", "done");
        List<List<@Nullable String>> rows =
                tables.stream()
                        .map(table ->
                                List.<@Nullable String>of(
                                        table.table(),
                                        Long.toString(table.rows()),
                                        Long.toString(table.files()),
                                        Long.toString(table.bytes())))
                        .toList();
        new ResultTable(List.of("table", "rows", "files", "bytes"), rows)
                .print(format, spec.commandLine().getOut());
        return ExitStatus.OK;
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Deleting " + tree + " failed", e);
        }
    }
}
