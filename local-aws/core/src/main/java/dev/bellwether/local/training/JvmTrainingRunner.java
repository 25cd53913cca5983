package dev.bellwether.local.training;

import dev.bellwether.local.child.Child;
import dev.bellwether.local.child.ChildSpec;
import dev.bellwether.local.child.JvmCommand;
import dev.bellwether.local.child.Supervisor;
import dev.bellwether.local.endpoint.ChildEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs an entry point that is a Java main class, whatever image the job names.
///
/// @param logs folder for `training-<job>.log`
public record JvmTrainingRunner(
        Supervisor supervisor,
        Path java,
        EntryPoint entryPoint,
        ChildEnvironment environment,
        Path logs)
        implements TrainingRunner {
    /// SIGTERM, and SIGKILL two minutes later:
    /// <https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-training-algo-envvariables.html>.
    private static final Duration STOP_GRACE = Duration.ofSeconds(120);

    /// What the image's ENTRYPOINT is, given `train` as its argument.
    ///
    /// @param flags of the JVM, such as `-Xmx256m`
    public record EntryPoint(List<String> flags, String classPath, String mainClass) {
        public EntryPoint {
            flags = List.copyOf(flags);
        }
    }

    @Override
    public End run(Run run) {
        List<String> command =
                new JvmCommand(
                                java,
                                entryPoint.flags(),
                                entryPoint.classPath(),
                                entryPoint.mainClass(),
                                List.of("train"))
                        .toCommandLine();
        Child child =
                supervisor.start(
                        new ChildSpec(
                                "training " + run.jobName(),
                                command,
                                environment.with(run.environment()),
                                run.root(),
                                logs.resolve("training-" + run.jobName() + ".log")));
        try {
            return new End.Exited(child.exit().get(run.limit().toSeconds(), TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            child.stop(STOP_GRACE);
            return new End.LimitPassed();
        } catch (ExecutionException e) {
            return new End.Lost(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            child.kill();
            Thread.currentThread().interrupt();
            return new End.Lost("the run was closed");
        }
    }
}
