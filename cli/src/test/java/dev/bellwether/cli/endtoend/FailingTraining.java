package dev.bellwether.cli.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Stands for a training container: fails as often as its property `failures` says, by the number
/// at the end of the job's name.
public final class FailingTraining {
    private FailingTraining() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(System.getenv("BELLWETHER_ML_ROOT"));
        String job = System.getenv("TRAINING_JOB_NAME");
        int attempt = Integer.parseInt(job.substring(job.lastIndexOf('-') + 1));
        if (attempt <= Integer.getInteger("failures")) {
            Files.writeString(root.resolve("output/failure"), "no memory for \"AAPL\"");
            System.exit(1);
        }
        Files.write(
                root.resolve("model/trained-on.txt"),
                List.of(Files.readString(root.resolve("input/data/bars/AAPL.csv"))));
    }
}
