package dev.bellwether.cli.predict;

import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.home.Home;
import dev.bellwether.local.child.Child;
import dev.bellwether.local.child.ChildSpec;
import dev.bellwether.local.child.JvmCommand;
import dev.bellwether.local.child.Supervisor;
import dev.bellwether.local.training.JvmTrainingRunner.EntryPoint;
import dev.bellwether.market.TradingCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/// The training job as a process of its own, over a scratch folder that stands for `/opt/ml`. It is
/// given no bucket, so nothing leaves the folder.
record TrainingProcess(Home home) {
    /// When Alpha Vantage has a day's final figures: see `PublicationLag` of the lake.
    private static final Duration AFTER_CLOSE = Duration.ofHours(4);

    /// What a run is for.
    ///
    /// @param createdAt that the forecasts carry; by default it follows from the newest bar
    /// @param scores whether the table of scores is wanted in the place of forecasts
    record Asked(int horizon, Optional<Instant> createdAt, boolean scores) {}

    /// The CSV that the job wrote. Throws [FailedException] with the job's reason when it failed.
    byte[] run(PredictionInput input, Asked asked) {
        EntryPoint entryPoint = home.trainingEntryPoint();
        try {
            Path root = Files.createTempDirectory("bellwether-predict-");
            try {
                LocalDate day = input.lastDay();
                new TrainingChannels(root)
                        .write(
                                input,
                                day,
                                asked.createdAt().orElseGet(() -> knownAt(day)),
                                asked.horizon());
                requireSuccess(train(root, entryPoint), root);
                return Files.readAllBytes(
                        root.resolve("model")
                                .resolve(asked.scores() ? "scores.csv" : "predictions.csv"));
            } finally {
                delete(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The training's folder: " + e.getMessage(), e);
        }
    }

    private int train(Path root, EntryPoint entryPoint) {
        try (Supervisor supervisor =
                Supervisor.start(home.java(), root.resolve("supervisor.log"))) {
            Child child =
                    supervisor.start(
                            new ChildSpec(
                                    "training",
                                    new JvmCommand(
                                                    home.java(),
                                                    entryPoint.flags(),
                                                    entryPoint.classPath(),
                                                    entryPoint.mainClass(),
                                                    List.of("train"))
                                            .toCommandLine(),
                                    Map.of(
                                            "BELLWETHER_ML_ROOT", root.toString(),
                                            "PATH", "/usr/bin:/bin",
                                            "LC_ALL", "C.UTF-8",
                                            "TZ", ":UTC"),
                                    root,
                                    root.resolve("training.log")));
            return child.exit().get();
        } catch (ExecutionException e) {
            throw new FailedException("The training was lost: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException("The training was interrupted.", e);
        }
    }

    private static void requireSuccess(int exitCode, Path root) throws IOException {
        if (exitCode == 0) {
            return;
        }
        Path failure = root.resolve("output/failure");
        throw new FailedException(
                Files.exists(failure)
                        ? "The training failed: " + Files.readString(failure).strip()
                        : "The training ended with %d and gave no reason.".formatted(exitCode));
    }

    private static Instant knownAt(LocalDate day) {
        return TradingCalendar.nyse().findSession(day).orElseThrow().close().plus(AFTER_CLOSE);
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
