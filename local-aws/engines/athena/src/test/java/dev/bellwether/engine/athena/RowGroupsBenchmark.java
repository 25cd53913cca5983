package dev.bellwether.engine.athena;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Bytes that questions read of `daily_bars` as the Spark job wrote it, with row groups of several
/// sizes; run by hand, see `benchmarks/README.md`. Prints a table of
/// docs/reference/bytes-scanned.md.
final class RowGroupsBenchmark {
    private RowGroupsBenchmark() {}

    /// Folders that each hold a bucket `lake-bucket` with the table.
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        List<String> lines = new ArrayList<>();
        for (String argument : arguments) {
            Path folder = Path.of(argument);
            Lake lake =
                    Lake.open(folder, GlueCatalog.read(TestLake.CATALOG), folder.resolve(".work"));
            StringBuilder line = new StringBuilder("| ").append(folder);
            for (String question : questions()) {
                long bytes = SeedLayoutsBenchmark.bytes(lake, question);
                line.append(" | ").append("%.2f".formatted(bytes / SeedLayoutsBenchmark.MEGABYTE));
            }
            lines.add(line.append(" |").toString());
            lake.close();
        }
        lines.forEach(out::println);
        out.flush();
        System.exit(0);
    }

    private static List<String> questions() throws IOException {
        return List.of(
                QueryFiles.read("first-look.sql"),
                "SELECT trading_day, open, high, low, close, volume FROM daily_bars WHERE symbol = 'S003'",
                "SELECT * FROM daily_bars WHERE symbol = 'S250'",
                QueryFiles.read("top-gap-days.sql"));
    }
}
