package dev.bellwether.cli.endpoints;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.home.StateOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bellwether endpoints`: S3 and Athena of the local lake for other programs, such as notebooks.
@Command(
        name = "endpoints",
        mixinStandardHelpOptions = true,
        description = {
            "Keeps S3 and Athena of the local lake up for other programs, with the demo stopped or running.",
            "Without a command it prints the variables that AWS SDKs read, and stays until Ctrl-C."
        })
public final class EndpointsCommand implements Callable<Integer> {
    /// Variables that would point a program at the user's own account.
    private static final List<String> OF_THE_USER =
            List.of("AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN");

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private StateOption state = new StateOption();

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description =
                    "A program with its arguments, after --, that is run with the variables set; both services end with it.")
    private List<String> command = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        StateFolder folder = state.folder();
        try (LakeEndpoints endpoints =
                LakeEndpoints.start(
                        Home.current(), folder, folder.lastAssembly(), InstantSource.system())) {
            int status = command.isEmpty() ? stay(endpoints) : run(endpoints.variables());
            endpoints
                    .refusedCalls()
                    .forEach(call ->
                            spec.commandLine()
                                    .getErr()
                                    .println("not served on this machine: " + call));
            return status;
        }
    }

    private int stay(LakeEndpoints endpoints) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        endpoints.variables().forEach((name, value) -> out.printf("export %s=%s%n", name, value));
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        err.println("S3 and Athena answer; Ctrl-C ends them.");
        err.flush();
        new CountDownLatch(1).await(); // the supervisor ends the engines with this process
        return ExitStatus.OK;
    }

    private int run(Map<String, String> variables) throws InterruptedException {
        ProcessBuilder program = new ProcessBuilder(command).inheritIO();
        OF_THE_USER.forEach(program.environment()::remove);
        program.environment().putAll(variables);
        try {
            return program.start().waitFor();
        } catch (IOException e) {
            throw new FailedException(
                    "%s was not started: %s".formatted(command.getFirst(), e.getMessage()), e);
        }
    }
}
