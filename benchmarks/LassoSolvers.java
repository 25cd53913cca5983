import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.wire.DailyBarsCsv;
import dev.bellwether.market.wire.FactsCsv;
import dev.bellwether.training.lasso.LassoPath;
import dev.bellwether.training.lasso.Moments;
import dev.bellwether.training.lasso.PathSolver;
import dev.bellwether.training.lasso.Problem;
import dev.bellwether.training.lasso.SmileLasso;
import dev.bellwether.training.sample.MarketReturns;
import dev.bellwether.training.sample.PriceSeries;
import dev.bellwether.training.sample.SampleTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The path solver beside scikit-learn, called by `lasso_solvers.py`, which writes the samples: `grid` times folds x penalties over
/// symbols that each have a file of float64 rows (features, then the target), `smile` the same fits by Smile without warm starts, and
/// `fit` writes the coefficients of every penalty of one file. `samples` writes such files out of a training set of the lake, by the
/// training job's own features: `<symbol>_<columns>_.f64`.
final class LassoSolvers {
    private static final int FOLDS = 5;

    /// `grid|smile FOLDER COLUMNS SYMBOLS`, `fit FILE COLUMNS OUTPUT` or `samples SET - FOLDER`.
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("samples")) {
            samples(Path.of(arguments[1]), Path.of(arguments[3]));
            return;
        }
        int columns = Integer.parseInt(arguments[2]);
        if (arguments[0].equals("fit")) {
            fit(Path.of(arguments[1]), columns, Path.of(arguments[3]));
            return;
        }
        boolean smile = arguments[0].equals("smile");
        int symbols = Integer.parseInt(arguments[3]);
        long before = System.nanoTime();
        double sum = IntStream.range(0, symbols)
                .parallel()
                .mapToDouble(i -> grid(Path.of(arguments[1], (i % 10) + ".f64"), columns, smile))
                .sum();
        System.out.printf(Locale.ROOT, "%.3f s, checksum %.6g, most resident %s%n", (System.nanoTime() - before) / 1e9, sum, resident());
    }

    private static double grid(Path file, int columns, boolean smile) {
        double[] rows = rows(file);
        int count = rows.length / columns;
        double[] origin = Arrays.copyOf(rows, columns);
        Moments[] folds = new Moments[FOLDS];
        for (int i = 0; i < FOLDS; i++) {
            folds[i] = Moments.of(origin, rows, count * i / FOLDS, count * (i + 1) / FOLDS);
        }
        double[] errors = new double[PathSolver.PENALTIES];
        for (int left = 0; left < FOLDS; left++) {
            Moments rest = Moments.none(origin);
            for (int i = 0; i < FOLDS; i++) {
                rest = i == left ? rest : rest.plus(folds[i]);
            }
            Problem problem = Problem.of(rest);
            if (smile) {
                errors[0] += smile(rows, columns, problem, count * left / FOLDS, count * (left + 1) / FOLDS);
            } else {
                double[] fold = PathSolver.solve(problem, PathSolver.shares()).meanSquaredErrors(folds[left]);
                Arrays.setAll(errors, i -> errors[i] + fold[i]);
            }
        }
        return smile ? errors[0] : Arrays.stream(errors).min().orElseThrow();
    }

    private static double smile(double[] rows, int columns, Problem problem, int from, int to) {
        int features = columns - 1;
        int count = rows.length / columns - (to - from);
        double[][] x = new double[count][features];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            int row = (i < from ? i : i + to - from) * columns;
            for (int j = 0; j < features; j++) {
                x[i][j] = (rows[row + j] - problem.mean(j)) / problem.deviation(j);
            }
            y[i] = (rows[row + features] - problem.targetMean()) / problem.targetDeviation();
        }
        double used = 0;
        for (double share : PathSolver.shares()) {
            used += Arrays.stream(new SmileLasso().fit(x, y, share * problem.largestPenalty()))
                    .filter(value -> value != 0)
                    .count();
        }
        return used;
    }

    private static void fit(Path file, int columns, Path output) throws IOException {
        double[] rows = rows(file);
        Problem problem = Problem.of(Moments.of(Arrays.copyOf(rows, columns), rows, 0, rows.length / columns));
        LassoPath path = PathSolver.solve(problem, PathSolver.shares());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < path.penalties().length; i++) {
            text.append(path.penalties()[i]);
            for (double value : path.coefficients()[i]) {
                text.append(' ').append(value);
            }
            text.append('\n');
        }
        Files.writeString(output, text);
    }

    private static void samples(Path set, Path folder) throws IOException {
        SortedMap<Symbol, SeriesFacts> facts = FactsCsv.read(
                Files.readAllBytes(set.resolve("facts/splits.csv")), Files.readAllBytes(set.resolve("facts/conditions.csv")));
        SortedMap<Symbol, PriceSeries> universe = new TreeMap<>();
        MarketReturns market = new MarketReturns();
        try (Stream<Path> files = Files.list(set.resolve("bars"))) {
            for (Path file : files.sorted().toList()) {
                List<OhlcvBar> bars = List.copyOf(DailyBarsCsv.read(Files.readAllBytes(file)).values());
                Symbol symbol = bars.getFirst().symbol();
                universe.put(symbol, PriceSeries.of(bars, facts.getOrDefault(symbol, SeriesFacts.NONE)));
            }
        }
        universe.values().forEach(market::add);
        for (Map.Entry<Symbol, PriceSeries> series : universe.entrySet()) {
            double[] rows = SampleTable.of(series.getValue(), market, 1).rows();
            ByteBuffer bytes = ByteBuffer.allocate(rows.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asDoubleBuffer().put(rows);
            Files.write(folder.resolve("%s_%d_.f64".formatted(series.getKey(), SampleTable.WIDTH)), bytes.array());
        }
    }

    private static double[] rows(Path file) {
        try {
            double[] rows = new double[(int) (Files.size(file) / Double.BYTES)];
            ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(rows);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\s+", " "))
                .findFirst()
                .orElse("unknown");
    }
}
