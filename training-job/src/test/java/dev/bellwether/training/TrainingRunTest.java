package dev.bellwether.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {
    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final Symbol MSFT = Symbol.of("MSFT");

    @TempDir Path first;
    @TempDir Path second;

    private TrainingFolder folder;

    @BeforeEach
    void fill() throws IOException {
        folder = new TrainingFolder(first);
    }

    @Test
    void noiseIsPublishedAsTheNaiveForecast() throws IOException {
        List<OhlcvBar> bars = Walks.noise(AAPL, 1, 400);
        folder.bars(bars);

        assertThat(folder.train()).as(folder.log()).isZero();

        List<String> rows = folder.predictions().lines().toList();
        assertThat(rows.getFirst())
                .isEqualTo(
                        "symbol,as_of,target_date,horizon_sessions,model,model_version,last_close,predicted_close,lower_80,"
                                + "upper_80,skill,naive_close,created_at");
        String close = bars.getLast().close().toPlainString();
        String[] row = rows.get(1).split(",", -1);
        assertThat(row).startsWith("AAPL", "2025-10-29", "2025-10-30", "1", "naive");
        assertThat(row[5]).matches("[^+]+\\+[0-9a-f]{12}");
        assertThat(row[6]).isEqualTo(close);
        assertThat(row[7]).isEqualTo(close);
        assertThat(row).endsWith("none", close, "2025-10-30T04:10:00Z");
        // Four in five returns of 2 % a day lie within 1.28 of it.
        double last = bars.getLast().close().doubleValue();
        assertThat(Double.parseDouble(row[8]) / last).isBetween(0.965, 0.982);
        assertThat(Double.parseDouble(row[9]) / last).isBetween(1.018, 1.036);
    }

    @Test
    void skillIsPublishedAsTheModelsForecast() throws IOException {
        List<OhlcvBar> bars = Walks.autoregressive(AAPL, 1, 1_500, 0.3);
        folder.bars(bars);

        assertThat(folder.train()).as(folder.log()).isZero();

        String[] row = folder.predictions().lines().toList().get(1).split(",", -1);
        assertThat(row[4]).isEqualTo("lasso");
        assertThat(row[10]).isEqualTo("yes");
        double lastReturn =
                Math.log(
                        bars.getLast().close().doubleValue()
                                / bars.get(bars.size() - 2).close().doubleValue());
        double forecast = Math.log(Double.parseDouble(row[7]) / Double.parseDouble(row[6]));
        assertThat(forecast / lastReturn).isBetween(0.1, 0.5);
        assertThat(new BigDecimal(row[8])).isLessThan(new BigDecimal(row[7]));
        assertThat(new BigDecimal(row[9])).isGreaterThan(new BigDecimal(row[7]));
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        TrainingFolder other = new TrainingFolder(second);
        for (TrainingFolder each : List.of(folder, other)) {
            each.bars(Walks.noise(MSFT, 1, 300));
            each.bars(Walks.autoregressive(AAPL, 1, 900, 0.3));
            each.train();
        }

        assertThat(folder.lake.contents).hasSize(2).isEqualTo(other.lake.contents);
        for (String file :
                List.of("manifest.json", "scores.csv", "symbols/AAPL.json", "symbols/MSFT.json")) {
            assertThat(folder.read("model/" + file)).isEqualTo(other.read("model/" + file));
        }
    }

    @Test
    void barsAfterTheRunDayAreUnknown() throws IOException {
        List<OhlcvBar> bars = Walks.noise(AAPL, 1, 300);
        TrainingFolder other = new TrainingFolder(second);
        folder.bars(bars);
        List<OhlcvBar> more = new ArrayList<>(bars);
        more.add(Walks.bar(AAPL, LocalDate.of(2025, 10, 30), 500, 1));
        other.bars(more);

        folder.train();
        other.train();

        assertThat(withoutVersion(other.predictions()))
                .isEqualTo(withoutVersion(folder.predictions()));
    }

    @Test
    void aStaleSymbolIsForecastAsOfItsOwnLastDay() throws IOException {
        folder.bars(Walks.noise(AAPL, 1, 300));
        folder.bars(Walks.noise(MSFT, 1, 300).subList(0, 250));

        folder.train();

        List<String> rows = folder.predictions().lines().toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).startsWith("AAPL,2025-10-29,2025-10-30,");
        assertThat(rows.get(2)).startsWith("MSFT,2025-08-19,2025-08-20,");
    }

    @Test
    void tooFewRowsAreSaidToBeTooFew() throws IOException {
        folder.bars(Walks.noise(AAPL, 1, 100));
        folder.bars(Walks.noise(MSFT, 1, 1));

        assertThat(folder.train()).as(folder.log()).isZero();

        assertThat(folder.lake.contents.get("scores/dt=2025-10-29/scores.csv"))
                .isEqualTo(folder.read("model/scores.csv"))
                .contains("\nAAPL,0,", ",0,none,66 usable samples; 120 are needed\n")
                .contains("\nMSFT,0,", ",0,none,0 usable samples; 120 are needed\n");
        List<String> rows = folder.predictions().lines().toList();
        assertThat(rows.get(1)).contains(",naive,").doesNotContain(",,");
        assertThat(rows.get(2)).contains(",,,none,");
    }

    @Test
    void scoresStandBesideEveryBaseline() throws IOException {
        folder.bars(Walks.noise(AAPL, 1, 600));

        assertThat(folder.train()).as(folder.log()).isZero();

        List<String> lines = folder.read("model/scores.csv").lines().toList();
        List<String> names = List.of(lines.getFirst().split(",", -1));
        String[] row = lines.get(1).split(",", -1);
        assertThat(row).hasSameSizeAs(names);
        double mae = Double.parseDouble(row[names.indexOf("mae")]);
        for (String baseline : List.of("naive_mae", "drift_mae", "ewma_mae")) {
            assertThat(mae / Double.parseDouble(row[names.indexOf(baseline)]))
                    .isBetween(0.95, 1.05);
        }
        assertThat(row[names.indexOf("skill")]).isEqualTo("none");
    }

    @Test
    void theManifestSaysWhatTheModelWasMadeFrom() throws IOException {
        folder.bars(Walks.noise(AAPL, 1, 600));

        folder.train();

        assertThat(folder.read("model/manifest.json"))
                .contains(
                        "\"state\" : \"complete\"",
                        "\"seed\" : 0",
                        "\"symbols_done\" : [ \"AAPL\" ]")
                .containsPattern("\"data_sha256\" : \"[0-9a-f]{64}\"")
                .contains("\"run_day\" : \"2025-10-29\"");
        assertThat(folder.read("model/symbols/AAPL.json"))
                .contains("\"lambda\"", "\"feature_means\"", "\"solver_difference\"");
        assertThat(folder.has("output/failure")).isFalse();
    }

    private static String withoutVersion(String csv) {
        return csv.replaceAll("\\+[0-9a-f]{12}", "");
    }
}
