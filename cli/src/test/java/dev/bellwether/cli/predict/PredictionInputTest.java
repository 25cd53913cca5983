package dev.bellwether.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.cli.home.FailedException;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionInputTest {
    private static final String DAILY =
            "timestamp,open,high,low,close,volume\n2024-01-04,10,11,9,10,100\n2024-01-03,10,11,9,10,100\n";
    private static final Symbol IBM = Symbol.of("IBM");

    @TempDir private Path folder = Path.of("");
    private final StringWriter errors = new StringWriter();

    @Test
    void aRejectedRowIsNamedAndItsDayIsDegraded() throws IOException {
        PredictionInput input =
                read(List.of(), file("daily_IBM.csv", DAILY + "2024-01-02,10,9,11,10,100\n"));

        assertThat(errors.toString()).contains("line 4 rejected (impossible)");
        assertThat(input.series().get(IBM).degraded()).containsExactly(LocalDate.of(2024, 1, 2));
    }

    @Test
    void aRowOfAClosedDayIsTakenWithAWarning() throws IOException {
        PredictionInput input =
                read(List.of(), file("daily_IBM.csv", DAILY + "2024-01-06,10,11,9,10,100\n"));

        assertThat(errors.toString()).contains("warning: IBM has a bar on 2024-01-06");
        assertThat(input.lastDay()).isEqualTo("2024-01-04");
    }

    @Test
    void aSymbolWhoseBarsEndBeforeTheOthersIsNamed() throws IOException {
        PredictionInput input =
                read(
                        List.of(),
                        file("daily_IBM.csv", DAILY),
                        file("daily_MSFT.csv", DAILY + "2024-01-05,10,11,9,10,100\n"));

        assertThat(errors.toString())
                .isEqualTo(
                        "warning: IBM ends on 2024-01-04, others on 2024-01-05: its forecast is of its own last day\n");
        assertThat(input.lastDay()).isEqualTo("2024-01-05");
    }

    @Test
    void splitsOfEveryFormReachTheJob() throws IOException {
        Path bars =
                file(
                        "daily_adjusted_IBM.csv",
                        "timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient\n2024-01-04,5,6,4,5,5,100,0,2.0\n2024-01-03,10,11,9,10,5,100,0,1.0\n");
        Path csv = file("splits.csv", "effective_date,split_factor\n2023-06-01,4.0000\n");
        Path json =
                file(
                        "splits.json",
                        "{\"symbol\":\"IBM\",\"data\":[{\"effective_date\":\"2022-06-01\",\"split_factor\":\"1:15\"}]}");

        Path root = folder.resolve("ml");
        new TrainingChannels(root)
                .write(
                        read(List.of(csv, json), bars),
                        LocalDate.of(2024, 1, 4),
                        Instant.parse("2024-01-05T01:00:00Z"),
                        1);

        assertThat(root.resolve("input/data/facts/splits.csv"))
                .hasContent(
                        "symbol,effective_date,new_shares,old_shares\nIBM,2022-06-01,1,15\nIBM,2023-06-01,4,1\nIBM,2024-01-04,2,1\n");
    }

    @Test
    void whatCannotBeReadIsAnErrorThatSaysWhy() throws IOException {
        assertThatThrownBy(() -> read(List.of(), folder.resolve("none.csv")))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("none.csv cannot be read");
        Path failure = file("daily_IBM.csv", "{\"Information\":\"1 request per second\"}");
        assertThatThrownBy(() -> read(List.of(), failure))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("throttled");
        Path empty = file("daily_A.csv", "timestamp,open,high,low,close,volume\n");
        assertThatThrownBy(() -> read(List.of(), empty)).isInstanceOf(FailedException.class);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private PredictionInput read(List<Path> actions, Path... files) {
        return PredictionInput.read(List.of(files), actions, new PrintWriter(errors, true));
    }
}
