package dev.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.cli.home.ExitStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
    private static final Pattern COMMAND =
            Pattern.compile("^(?:[A-Z_]+=\\S+ )?\\./bellwether (.*?)( +#.*)?$", Pattern.MULTILINE);

    private static final Pattern INLINE =
            Pattern.compile("`(?:[A-Z_]+=\\S+ )?(\\./bellwether [^`]*)`");

    @TempDir Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void twoFilesOfOneSymbolAreAUsageErrorNamingBoth() throws IOException {
        String bars = "timestamp,open,high,low,close,volume\r\n2025-10-29,1,1,1,1,1\r\n";
        Files.writeString(folder.resolve("daily_AAPL.csv"), bars);
        Files.writeString(folder.resolve("AAPL_daily.csv"), bars);

        assertThat(execute("demo", "--once", "--input", folder.toString()))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(errors.toString()).contains("daily_AAPL.csv").contains("AAPL_daily.csv");
    }

    @Test
    void aFolderWithoutBarsIsAUsageError() throws IOException {
        Files.writeString(folder.resolve("notes.csv"), "a,b\n");

        assertThat(execute("demo", "--once", "--input", folder.toString()))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(errors.toString()).contains("timestamp,open,high,low,close,volume");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "demo --once --symbols aapl",
                "demo --once --faults alphavantage:AAPL:explode",
                "demo --once --live --input .",
                "query missing.sql",
                "query",
                "lake",
                "demo -o xml",
                "quarantine",
                "quarantine list --reason boredom",
                "quarantine redrive --day yesterday",
                "alerts list --last 30",
                "alerts test",
                "alerts test --channel pigeon",
                "rules",
                "rules add sma-crossover:20,5 --id x",
                "rules add sma-crossover:5 --id x",
                "rules add sma-crossover:5,20",
                "rules add sma-crossover:5,20 --id X",
                "rules add sma-crossover:5,20 --id x --timeframe 2h",
                "rules add sma-crossover:5,20 --id x --symbols aapl",
                "rules add sma-crossover:5,20 --id x --severity loud",
                "rules add sma-crossover:5,20 --id x --feed yahoo",
                "rules add sma-crossover:5,20 --id x --feed alphavantage --timeframe 5m",
                "rules add percent-change:5 --id x --band 1",
                "rules add volume:5 --id x",
                "rules disable",
                "rules mute sma-daily",
                "rules mute sma-daily --for 2y",
                "rules mute sma-daily --for 2h --until 2030-01-01T00:00:00Z",
                "rules mute sma-daily --until 2020-01-01T00:00:00Z",
                "faults --seeds 9..3",
                "faults --seeds few"
            })
    void aWrongCommandLineIsAUsageError(String line) {
        assertThat(execute(line.isEmpty() ? new String[0] : line.split(" ")))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(errors.toString()).isNotBlank();
    }

    @Test
    void aStateFolderWithoutARunIsAFailureThatSaysWhatToDo() {
        assertThat(execute("lake", "ls", "--state", folder.toString()))
                .isEqualTo(ExitStatus.FAILURE);
        assertThat(errors.toString()).contains("demo --once").contains(folder.toString());
        for (String line :
                List.of(
                        "query 1",
                        "endpoints",
                        "rules list",
                        "rules disable sma-daily",
                        "alerts list",
                        "quarantine list",
                        "quarantine redrive")) {
            assertThat(execute((line + " --state " + folder).split(" ")))
                    .as(line)
                    .isEqualTo(ExitStatus.FAILURE);
        }
        assertThat(folder).as("nothing was made").isEmptyDirectory();
    }

    @Test
    void aSeedIsRunAndWhatWentWrongInItIsTold() {
        assertThat(execute("faults", "--seed", "11")).isEqualTo(ExitStatus.OK);
        assertThat(errors.toString()).contains("1 of 1");
    }

    /// The documents' commands are ones that this command line takes.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "CONTRIBUTING.md",
                "docs/how-to/training-image.md",
                "docs/how-to/alerts.md",
                "docs/how-to/backtest.md",
                "docs/how-to/notebooks.md"
            })
    void documentedCommandsParse(String document) throws IOException {
        Path file = Path.of(System.getProperty("bellwether.home", "..")).resolve(document);
        Matcher commands =
                COMMAND.matcher(
                        INLINE.matcher(Files.readString(file))
                                // Markdown shows a line's end within a command as a blank.
                                .replaceAll(found ->
                                        Matcher.quoteReplacement(
                                                "\n" + found.group(1).replace('\n', ' ') + "\n")));
        List<String> seen = new ArrayList<>();
        while (commands.find()) {
            String[] words = words(commands.group(1));
            seen.add(String.join(" ", words));
            if (!List.of("test", "build").contains(words[0])) {
                CommandLine.ParseResult parsed = Main.commandLine().parseArgs(words);
                assertThat(parsed.hasSubcommand()).as(String.join(" ", words)).isTrue();
            }
        }
        assertThat(seen).isNotEmpty();
    }

    // Splits at blanks, but not within double quotes.
    private static String[] words(String command) {
        return Pattern.compile("\"([^\"]*)\"|(\\S+)")
                .matcher(command)
                .results()
                .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
                .toArray(String[]::new);
    }

    private int execute(String... arguments) {
        return Main.commandLine()
                .setErr(new PrintWriter(errors, true))
                .setOut(new PrintWriter(new StringWriter(), true))
                .execute(arguments);
    }
}
