package dev.bellwether.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.cli.CommandRun;
import dev.bellwether.cli.home.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictCommandTest {
    private static final String HEADER =
            "symbol,as_of,target_date,horizon_sessions,model,model_version,last_close,predicted_close,lower_80,upper_80,skill,naive_close,created_at";
    private static final int ROWS = 150;

    @TempDir private Path folder = Path.of("");

    @Test
    void theSameFileGivesTheSameForecastsAndNothingElseOnStandardOutput() throws IOException {
        Path file = folder.resolve("daily_IBM.csv");
        Files.writeString(
                file,
                Forms.alphaVantageCsv(bars())
                        + "2024-01-06,10,9,11,10,100\n2024-01-07,10,11,9,10,100\n");

        CommandRun first = CommandRun.of("predict", file.toString());
        CommandRun second = CommandRun.of("predict", "-o", "csv", file.toString());

        assertThat(first.exitStatus()).as(first.errors()).isEqualTo(ExitStatus.OK);
        assertThat(first.lines()).hasSize(2).startsWith(HEADER);
        assertThat(first.lines().get(1)).startsWith("IBM,2024-08-").contains(",naive,", ",none,");
        assertThat(first.errors()).contains("rejected (impossible)", "bar on 2024-01-07");
        assertThat(second.output()).isEqualTo(first.output());
    }

    @Test
    void theSameBarsInTheFormOfAnyProviderGiveTheSameForecast() throws IOException {
        List<String> forecasts = new ArrayList<>();
        for (Path file :
                List.of(
                        file("daily_IBM.csv", Forms.alphaVantageCsv(bars())),
                        file("chart.json", Forms.yahooChart("IBM", bars())),
                        file("IBM.csv", Forms.yahooCsv(bars())),
                        file("bars.json", Forms.alpaca("IBM", bars())))) {
            CommandRun run = CommandRun.of("predict", file.toString());

            assertThat(run.exitStatus()).as(run.errors()).isEqualTo(ExitStatus.OK);
            assertThat(run.errors().lines().filter(line -> !line.contains("taken as raw and sip")))
                    .as(file.toString())
                    .isEmpty();
            assertThat(run.lines()).hasSize(2).startsWith(HEADER);
            // The model's version names the data, and with them the provider.
            forecasts.add(run.lines().get(1).replaceAll("\\+[0-9a-f]{12}", ""));
        }

        assertThat(forecasts).allMatch(forecasts.getFirst()::equals);
        assertThat(forecasts.getFirst()).startsWith("IBM,2024-08-06,2024-08-07,1,naive,");
    }

    @Test
    void theHorizonSaysHowManySessionsAhead() throws IOException {
        Path file = file("daily_IBM.csv", Forms.alphaVantageCsv(bars()));

        CommandRun run = CommandRun.of("predict", "--horizon", "20", file.toString());

        assertThat(run.exitStatus()).as(run.errors()).isEqualTo(ExitStatus.OK);
        // Twenty sessions and Labor Day.
        assertThat(run.lines().get(1)).startsWith("IBM,2024-08-06,2024-09-04,20,naive,");
        for (String horizon : List.of("0", "21")) {
            CommandRun refused = CommandRun.of("predict", "--horizon", horizon, file.toString());
            assertThat(refused.exitStatus()).isEqualTo(ExitStatus.USAGE);
            assertThat(refused.errors())
                    .contains("--horizon %s is not from 1 to 20.".formatted(horizon));
        }
    }

    @Test
    void aSplitIsExplainedByAFileOfActionsOrByAColumn() throws IOException {
        List<Forms.Bar> bars = Forms.split(bars(), 120, 4);
        LocalDate day = bars.get(120).day();
        Path unexplained = file("daily_IBM.csv", Forms.alphaVantageCsv(bars));
        Path actions =
                file("splits.csv", "effective_date,split_factor\n%s,4.0000\n".formatted(day));
        Path column = file("daily_adjusted_IBM.csv", Forms.alphaVantageAdjustedCsv(bars, 120, 4));

        assertThat(dropped("predict", "--scores", unexplained.toString())).isPositive();
        assertThat(
                        dropped(
                                "predict",
                                "--scores",
                                "--actions",
                                actions.toString(),
                                unexplained.toString()))
                .isZero();
        assertThat(dropped("predict", "--scores", column.toString())).isZero();
    }

    @Test
    void theScoresArePrintedAsCsvTableOrJson() throws IOException {
        Path file = file("daily_IBM.csv", Forms.alphaVantageCsv(bars()));

        CommandRun csv = CommandRun.of("predict", "--scores", "-o", "csv", file.toString());
        CommandRun table = CommandRun.of("predict", "--scores", "-o", "table", file.toString());
        CommandRun json = CommandRun.of("predict", "--scores", "-o", "json", file.toString());

        assertThat(csv.lines()).hasSize(2);
        assertThat(csv.lines().getFirst())
                .startsWith("symbol,n,mae,rmse,naive_mae,")
                .endsWith(",dropped_samples,skill,reason");
        assertThat(table.output()).contains("naive_mae", "IBM").doesNotContain("symbol,n,");
        JsonNode rows = new ObjectMapper().readTree(json.output());
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).path("symbol").asText()).isEqualTo("IBM");
        assertThat(rows.get(0).path("skill").asText()).isEqualTo("none");
    }

    @Test
    void aRowOfAClosedDayCostsAWarningAndNothingElse() throws IOException {
        String open = Forms.alphaVantageCsv(bars());
        String saturday = open + "2024-08-10,100,101,99,100,1000\n";

        CommandRun with = CommandRun.of("predict", file("daily_IBM.csv", saturday).toString());
        CommandRun without = CommandRun.of("predict", file("daily_IBM.csv", open).toString());

        assertThat(with.exitStatus()).isEqualTo(ExitStatus.OK);
        assertThat(with.errors())
                .isEqualTo(
                        "warning: IBM has a bar on 2024-08-10, when there was no session; it is taken, and not trained on\n");
        assertThat(with.lines().get(1).replaceAll("\\+[0-9a-f]{12}", ""))
                .isEqualTo(without.lines().get(1).replaceAll("\\+[0-9a-f]{12}", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "daily_IBM.csv|no table at all",
                "daily_IBM.csv|",
                "daily_IBM.csv|timestamp,open,high,low,close,volume",
                "IBM.json|{\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\",\"description\":\"No data found, symbol may be delisted\"}}}",
                "IBM.json|{\"Information\":\"We have detected your API key as demo\"}",
                "IBM.json|{\"bars\":{}",
                "IBM.json|[1, 2]"
            },
            quoteCharacter = '`',
            emptyValue = "")
    void aFileThatIsNoDataIsAnErrorInOneSentence(String name, @Nullable String content)
            throws IOException {
        Path file = file(name, content == null ? "" : content);

        CommandRun run = CommandRun.of("predict", file.toString());

        assertThat(run.exitStatus()).isEqualTo(ExitStatus.FAILURE);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains(file.toString()).doesNotContain("Exception", "\tat ");
        assertThat(run.errors().lines()).hasSize(1);
    }

    @Test
    void aFolderInThePlaceOfAFileIsAnErrorToo() {
        CommandRun run = CommandRun.of("predict", folder.toString());

        assertThat(run.exitStatus()).isEqualTo(ExitStatus.FAILURE);
        assertThat(run.errors())
                .isEqualTo("bellwether: %s cannot be read: it is a folder\n".formatted(folder));
    }

    @Test
    void anUnreadableFileIsAnError() {
        CommandRun run = CommandRun.of("predict", folder.resolve("daily_IBM.csv").toString());

        assertThat(run.exitStatus()).isEqualTo(ExitStatus.FAILURE);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains("daily_IBM.csv cannot be read: there is no such file");
    }

    private static int dropped(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exitStatus()).as(run.errors()).isEqualTo(ExitStatus.OK);
        List<String> names = List.of(run.lines().get(0).split(","));
        return Integer.parseInt(run.lines().get(1).split(",")[names.indexOf("dropped_samples")]);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<Forms.Bar> bars() {
        return Forms.walk(LocalDate.of(2024, 1, 2), ROWS);
    }
}
