package dev.bellwether.cli;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateOption;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.ResultTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bellwether doctor`: what this machine has of what is needed.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks what this machine has of what Bellwether needs.")
public final class DoctorCommand implements Callable<Integer> {
    private static final long NEEDED_MEGABYTES = 3_000;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private StateOption state = new StateOption();

    @Option(
            names = "-o",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private OutputFormat format = OutputFormat.TABLE;

    private final List<List<@Nullable String>> rows = new ArrayList<>();
    private boolean healthy = true;

    @Override
    public Integer call() throws IOException {
        Home home = Home.current();
        check(
                "JDK",
                Runtime.version().feature() >= 25,
                Runtime.version().toString(),
                "install a JDK 25");
        checkProgram("Maven", "install Maven 3.8.7 or newer", "mvn", "-v");
        checkProgram("Node.js", "install Node.js 20 or newer", "node", "--version");
        check(
                "npm packages",
                Files.isDirectory(
                        home.root()
                                .resolve("local-aws/engines/kinesis/node_modules/kinesis-local")),
                "kinesis-local",
                "run ./bellwether build");
        check(
                "CDK command line",
                Files.isDirectory(home.root().resolve("infra-cdk/node_modules/aws-cdk")),
                "needed only to deploy",
                "run npm ci in infra-cdk before you deploy",
                false);
        Path existing = state.folder().path();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        long free = Files.getFileStore(existing).getUsableSpace() / 1_000_000;
        check(
                "disk",
                free > NEEDED_MEGABYTES && Files.isWritable(existing),
                "%,d MB free at %s".formatted(free, existing),
                "make room, or name another folder with --state");
        new ResultTable(List.of("check", "state", "found", "what to do"), rows)
                .print(format, spec.commandLine().getOut());
        return healthy ? ExitStatus.OK : ExitStatus.FAILURE;
    }

    private void check(String name, boolean good, String found, String remedy) {
        check(name, good, found, remedy, true);
    }

    private void check(String name, boolean good, String found, String remedy, boolean required) {
        healthy &= good || !required;
        rows.add(
                List.of(
                        name,
                        good ? "ok" : required ? "MISSING" : "absent",
                        found,
                        good ? "" : remedy));
    }

    private void checkProgram(String name, String remedy, String... command) {
        String found = "";
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            found = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            found = "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String line = found.lines().findFirst().orElse("").replaceAll("\\e\\[[0-9;]*m", "");
        check(name, !line.isBlank(), line.strip(), remedy);
    }
}
