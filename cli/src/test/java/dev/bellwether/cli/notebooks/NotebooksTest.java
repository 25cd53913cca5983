package dev.bellwether.cli.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every cell of both notebooks, with locked libraries in a virtual environment of its own, against
/// `bellwether endpoints` over a lake that `import` and the Spark job have made, or over the state
/// folder that `-Dbellwether.state` names. Runs in profile `notebooks` alone.
@Tag("notebooks")
class NotebooksTest {
    private static final Path HOME =
            Path.of(System.getProperty("bellwether.home", "..")).toAbsolutePath().normalize();
    private static final Path NOTEBOOKS = HOME.resolve("docs/notebooks");
    private static final Path WORK = Path.of("target/notebooks").toAbsolutePath();
    private static final List<String> BELLWETHER =
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:TieredStopAtLevel=1",
                    "-Dbellwether.home=" + HOME,
                    "-Dsun.net.httpserver.nodelay=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.bellwether.cli.Main");
    private static final String NEEDED =
            "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";

    @Test
    void bothNotebooksRunToTheirEnd() throws IOException {
        Files.createDirectories(WORK);
        String python = python();
        String state = state();

        List<String> command = new ArrayList<>(BELLWETHER);
        command.addAll(
                List.of(
                        "endpoints",
                        "--state",
                        state,
                        "--",
                        "env",
                        "BELLWETHER_STATE=" + state,
                        python,
                        "run.py",
                        WORK.resolve("executed").toString()));
        Program run = Program.run(NOTEBOOKS, command);

        System.out.println(run.output());
        assertThat(run.output())
                .contains("athena.ipynb: ", "lake-files.ipynb: ")
                .doesNotContain("not served on this machine");
    }

    /// The virtual environment's Python, with what the lock names; made anew when the lock changed.
    private static String python() throws IOException {
        Path venv = WORK.resolve("venv");
        Path lock = NOTEBOOKS.resolve("requirements.lock");
        Path installed = venv.resolve("requirements.lock");
        requirePython();
        String python = venv.resolve("bin/python").toString();
        if (!Files.exists(installed) || Files.mismatch(lock, installed) >= 0) {
            Program.run(WORK, List.of("python3", "-m", "venv", "--clear", venv.toString()));
            Program.run(
                    WORK,
                    List.of(
                            python,
                            "-m",
                            "pip",
                            "install",
                            "--disable-pip-version-check",
                            "--only-binary=:all:",
                            "--require-hashes",
                            "--requirement",
                            lock.toString()));
            Files.copy(lock, installed);
        }
        return python;
    }

    private static void requirePython() {
        Optional<Program> probe = Program.find(WORK, List.of("python3", "-c", NEEDED));
        if (probe.isEmpty() || probe.get().exitStatus() != 0) {
            String reason =
                    "The notebooks were not run: Python 3.11 or newer with module venv is not there (python3 on the PATH)";
            System.out.println(reason);
            assumeTrue(false, reason);
        }
    }

    private static String state() throws IOException {
        String given = System.getProperty("bellwether.state");
        if (given != null) {
            return HOME.resolve(given).toString();
        }
        Path state = WORK.resolve("state");
        delete(state);
        new NotebookLake(WORK.resolve("files"), state, BELLWETHER).make();
        return state.toString();
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
