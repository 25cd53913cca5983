package dev.bellwether.training;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.wire.DailyBarsCsv;
import dev.bellwether.training.lasso.LassoFit;
import dev.bellwether.training.lasso.SmileLasso;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The folders of a training container, filled as SageMaker fills them, and the job run on them.
final class TrainingFolder {
    final RememberingLake lake = new RememberingLake();

    private final Path root;
    private final List<String> log = new ArrayList<>();

    TrainingFolder(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("input/config"));
        Files.createDirectories(root.resolve("input/data/bars"));
        config("inputdataconfig.json", "{\"bars\":{\"TrainingInputMode\":\"File\"}}");
        config("resourceconfig.json", "{\"current_host\":\"algo-1\",\"hosts\":[\"algo-1\"]}");
        config(
                "hyperparameters.json",
                "{\"run_day\":\"2025-10-29\",\"created_at\":\"2025-10-30T04:10:00Z\",\"lake_bucket\":\"lake\"}");
    }

    MlRoot root() {
        return new MlRoot(root);
    }

    void config(String name, String json) throws IOException {
        Files.writeString(root.resolve("input/config").resolve(name), json);
    }

    void bars(List<OhlcvBar> bars) throws IOException {
        Files.write(
                root.resolve("input/data/bars/%s.csv".formatted(bars.getFirst().symbol())),
                DailyBarsCsv.write(bars, TradingCalendar.nyse()));
    }

    /// Runs the job and returns its exit code.
    int train() {
        return TrainMain.exitCode(job(new SmileLasso(), Canaries::report).run());
    }

    TrainingJob job(LassoFit lasso, CanaryTrial canaries) {
        return new TrainingJob(
                root(), lasso, canaries, _ -> lake, new StopSignal(), new Logs(log::add, log::add));
    }

    String read(String name) throws IOException {
        return Files.readString(root.resolve(name));
    }

    boolean has(String name) {
        return Files.exists(root.resolve(name));
    }

    String predictions() {
        return lake.contents.getOrDefault("predictions/dt=2025-10-29/predictions.csv", "");
    }

    String log() {
        return String.join("\n", log);
    }
}
