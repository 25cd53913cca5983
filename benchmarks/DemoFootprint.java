import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Runs the default demo once in an empty state folder and says where time and memory went. Linux only: it reads
/// `/proc/<pid>/smaps_rollup`.
final class DemoFootprint {
    private static final long SAMPLE_MILLIS = 250;

    public static void main(String[] arguments) throws Exception {
        Path state = Files.createTempDirectory("bellwether-footprint-");
        List<String> command = new ArrayList<>(List.of("./bellwether", "demo", "--once", "--state", state.toString()));
        command.addAll(Arrays.asList(arguments));
        long started = System.nanoTime();
        Process demo = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Thread steps = Thread.ofVirtual().start(() -> copy(demo));
        long peak = 0;
        String peakAt = "";
        Map<String, Long> atPeak = Map.of();
        Map<Long, Long> cpuMillis = new TreeMap<>();
        Map<Long, String> names = new TreeMap<>();
        while (demo.isAlive()) {
            Map<String, Long> now = new TreeMap<>();
            Stream.concat(Stream.of(demo.toHandle()), demo.descendants())
                    .forEach(process -> {
                        now.merge(name(process.pid()), pssKilobytes(process.pid()), Long::sum);
                        process.info().totalCpuDuration().ifPresent(cpu -> cpuMillis.merge(process.pid(), cpu.toMillis(), Math::max));
                        names.merge(process.pid(), name(process.pid()), (known, now2) -> now2.matches(".*[a-z]\\.[A-Z].*|.*js") ? now2 : known);
                    });
            long sum = now.values().stream().mapToLong(Long::longValue).sum();
            if (sum > peak) {
                peak = sum;
                atPeak = now;
                peakAt = seconds(started);
            }
            Thread.sleep(SAMPLE_MILLIS);
        }
        steps.join();
        System.out.printf("exit %d after %s s; peak PSS %,d MB at %s s%n", demo.exitValue(), seconds(started), peak / 1024, peakAt);
        atPeak.forEach((name, kilobytes) -> System.out.printf("  %,6d MB  %s%n", kilobytes / 1024, name));
        Map<String, Long> cpu = new TreeMap<>();
        cpuMillis.forEach((pid, millis) -> cpu.merge(names.getOrDefault(pid, "gone"), millis, Long::sum));
        System.out.printf("processor time %.1f s%n", cpu.values().stream().mapToLong(Long::longValue).sum() / 1000.0);
        cpu.forEach((name, millis) -> System.out.printf("  %6.1f s   %s%n", millis / 1000.0, name));
        System.out.println("state folder: " + state);
    }

    private static void copy(Process demo) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(demo.getErrorStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(System.out::println);
        } catch (IOException e) {
            System.out.println("reading the demo's progress failed: " + e.getMessage());
        }
    }

    private static long pssKilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }

    // The last argument that looks like a main class or script tells the children apart.
    private static String name(long pid) {
        try {
            String[] words = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline")).split("\0");
            return Stream.of(words)
                    .filter(word -> word.matches("(dev\\.bellwether|com\\.amazonaws)[A-Za-z0-9.]+|.*\\.c?js"))
                    .reduce((first, last) -> last)
                    .orElse(words[0]);
        } catch (IOException gone) {
            return "gone";
        }
    }

    private static String seconds(long started) {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - started) / 1e9);
    }
}
