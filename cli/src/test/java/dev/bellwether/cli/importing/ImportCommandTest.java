package dev.bellwether.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.cli.CommandRun;
import dev.bellwether.cli.home.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final String DAILY =
            "timestamp,open,high,low,close,volume\n2024-01-03,10,11,9,10,100\n";

    @TempDir private Path folder = Path.of("");
    private Path lake = Path.of("");

    @BeforeEach
    void makeLake() throws IOException {
        lake = Files.createDirectories(folder.resolve("s3/data-lake-1"));
    }

    @Test
    void aWholeFileIsKeptOnceHoweverOftenItIsImported() throws IOException {
        Path file = file("daily_IBM.csv", DAILY);

        CommandRun first = run(file);
        List<String> objects = objects();
        CommandRun second = run(file);

        assertThat(List.of(first.exitStatus(), second.exitStatus())).containsOnly(ExitStatus.OK);
        assertThat(first.output()).contains("alphavantage-daily-csv", "IBM", "2024-01-03");
        assertThat(objects).hasSize(2).allMatch(key -> key.startsWith("raw/import/IBM-"));
        assertThat(objects()).isEqualTo(objects);
    }

    @Test
    void rejectedRowsAreNamed() throws IOException {
        CommandRun run = run(file("daily_IBM.csv", DAILY + "2024-01-04,10,9,11,10,100\n"));

        assertThat(run.exitStatus()).isEqualTo(ExitStatus.PARTIAL);
        assertThat(run.errors()).contains("line 3 rejected (impossible)", "high 9 is below low 11");
    }

    @Test
    void rowsOfAFileThatNothingIsKeptOfGoToTheQuarantineOnceHoweverOftenItIsImported()
            throws IOException {
        Path file =
                file(
                        "daily_IBM.csv",
                        "timestamp,open,high,low,close,volume\n2024-01-04,10,9,11,10,100\n2024-01-05,x,11,9,10,100\n");

        CommandRun first = run(file, "--symbol", "IBM");
        List<String> kept = objects();
        String key = kept.getFirst();
        String before = Files.readString(lake.resolve(key));
        // As if the second import came on another day.
        Path day = lake.resolve(key).getParent();
        Path earlier = Files.move(day, day.resolveSibling("dt=2024-02-01"));
        run(file, "--symbol", "IBM");

        assertThat(first.exitStatus()).isEqualTo(ExitStatus.FAILURE);
        assertThat(kept).hasSize(2).allMatch(it -> it.startsWith("quarantine/dt="));
        assertThat(objects())
                .isEqualTo(
                        kept.stream()
                                .map(it -> it.replaceFirst("dt=[-0-9]+", "dt=2024-02-01"))
                                .toList());
        assertThat(Files.readString(earlier.resolve(Path.of(key).getFileName())))
                .isEqualTo(before)
                .contains(
                        "\"source\":\"import\",\"symbol\":\"IBM\"",
                        "\"detail\":\"daily_IBM.csv, line ",
                        "\"raw_key\":\"\"");
    }

    @Test
    void aBarOfADayThatIsYetToComeIsRejected() throws IOException {
        CommandRun run = run(file("daily_IBM.csv", DAILY + "2999-01-04,10,11,9,10,100\n"));

        assertThat(run.exitStatus()).isEqualTo(ExitStatus.PARTIAL);
        assertThat(run.errors())
                .contains("line 3 rejected (impossible): 2999-01-04 lies after the day");
    }

    @Test
    void aTableShowsTwentyRejectedRowsAndCsvAll() throws IOException {
        StringBuilder text = new StringBuilder(DAILY);
        for (int day = 1; day <= 25; day++) {
            text.append("2024-03-%02d,10,9,11,10,100\n".formatted(day));
        }
        Path file = file("daily_IBM.csv", text.toString());

        assertThat(run(file).errors()).contains("and 5 more");
        assertThat(run(file, "-o", "csv").errors()).contains("line 27 rejected");
    }

    @Test
    void aFailureBodyIsNotKept() throws IOException {
        CommandRun run = run(file("daily_IBM.csv", "{\"Information\":\"1 request per second\"}"));

        assertThat(run.exitStatus()).isEqualTo(ExitStatus.FAILURE);
        assertThat(run.errors()).contains("throttled: 1 request per second");
        assertThat(objects()).isEmpty();
    }

    @Test
    void aListWithoutSplitsIsAnAnswerAndAListWithoutBarsIsNone() throws IOException {
        CommandRun splits =
                run(file("splits_META.csv", "effective_date,split_factor\n"), "--symbol", "META");
        CommandRun bars = run(file("daily_META.csv", "timestamp,open,high,low,close,volume\n"));

        assertThat(splits.exitStatus()).isEqualTo(ExitStatus.OK);
        assertThat(splits.errors()).contains("There is none in it");
        assertThat(bars.exitStatus()).isEqualTo(ExitStatus.FAILURE);
        assertThat(objects()).isEmpty();
    }

    @Test
    void labelsThatMayMeanBothAskForTheFlag() throws IOException {
        Path file =
                file(
                        "intraday_1min_IBM.csv",
                        "timestamp,open,high,low,close,volume\n2022-04-20 12:01:00,10,11,9,10,100\n");

        assertThat(run(file).exitStatus()).isEqualTo(ExitStatus.FAILURE);
        assertThat(run(file).errors()).contains("--labels start or --labels end");
        assertThat(run(file, "--labels", "end").output()).contains("2022-04-20T16:00:00Z");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private CommandRun run(Path file, String... options) {
        return CommandRun.of(
                Stream.concat(
                                Stream.of(
                                        "import",
                                        file.toString(),
                                        "--no-tables",
                                        "--state",
                                        folder.toString()),
                                Stream.of(options))
                        .toArray(String[]::new));
    }

    private List<String> objects() throws IOException {
        try (Stream<Path> files = Files.walk(lake)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> lake.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
