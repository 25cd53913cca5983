package dev.bellwether.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.cli.CommandRun;
import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.market.TradingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
    private static final String HEADER =
            "symbol,as_of,target_date,horizon_sessions,model,model_version,last_close,predicted_close,lower_80,upper_80,skill,naive_close,created_at";
    private static final int ROWS = 150;

    @TempDir private Path folder = Path.of("");

    @Test
    void theSameFileGivesTheSameForecastsAndNothingElseOnStandardOutput() throws IOException {
        Path file = folder.resolve("daily_IBM.csv");
        Files.writeString(file, walk() + "2024-01-06,10,9,11,10,100\n2024-01-07,10,11,9,10,100\n");

        CommandRun first = CommandRun.of("predict", file.toString());
        CommandRun second = CommandRun.of("predict", "-o", "csv", file.toString());

        assertThat(first.exitStatus()).as(first.errors()).isEqualTo(ExitStatus.OK);
        assertThat(first.lines()).hasSize(2).startsWith(HEADER);
        assertThat(first.lines().get(1)).startsWith("IBM,2024-08-").contains(",naive,", ",none,");
        assertThat(first.errors()).contains("rejected (impossible)", "bar on 2024-01-07");
        assertThat(second.output()).isEqualTo(first.output());
    }

    @Test
    void anUnreadableFileIsAnError() {
        CommandRun run = CommandRun.of("predict", folder.resolve("daily_IBM.csv").toString());

        assertThat(run.exitStatus()).isEqualTo(ExitStatus.FAILURE);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains("cannot be read");
    }

    private static String walk() {
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        Random random = new Random(7);
        double close = 100;
        LocalDate day = LocalDate.of(2024, 1, 2);
        for (int i = 0; i < ROWS; i++) {
            close *= Math.exp(random.nextGaussian() * 0.01);
            csv.append(
                    "%s,%.2f,%.2f,%.2f,%.2f,%d\n"
                            .formatted(
                                    day,
                                    close,
                                    close * 1.01,
                                    close * 0.99,
                                    close,
                                    1_000 + random.nextInt(100)));
            day = TradingCalendar.nyse().plusSessions(day, 1);
        }
        return csv.toString();
    }
}
