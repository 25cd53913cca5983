package dev.bellwether.local.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// Runs the entry point of a training container to its end.
@FunctionalInterface
public interface TrainingRunner {
    /// One run of a container, given the argument `train` as SageMaker gives it.
    ///
    /// @param image as the job names it
    /// @param root stands for `/opt/ml`
    /// @param environment the job's own variables and those that SageMaker sets
    /// @param limit the job's MaxRuntimeInSeconds
    record Run(
            String jobName,
            String image,
            Path root,
            Map<String, String> environment,
            Duration limit) {}

    /// How a run ended.
    sealed interface End {
        record Exited(int code) implements End {}

        /// The limit passed and the container was stopped.
        record LimitPassed() implements End {}

        /// The process was lost, which is not the job's fault.
        record Lost(String reason) implements End {}
    }

    End run(Run run);
}
