package dev.bellwether.lake.curate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.Bars;
import dev.bellwether.market.DataCondition;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingSeriesTest {
    private static final TradingCalendar NYSE = TradingCalendar.nyse();

    private final List<BarObservation> bars = new ArrayList<>();
    private final List<ActionObservation> actions = new ArrayList<>();
    private final List<MoveDecision> decisions = new ArrayList<>();
    private String instrument = "ACME";

    @Test
    void aRenamedInstrumentsDaysAreItsNewestSymbols() {
        instrument = "META";
        bars.add(Bars.seen(Bars.daily("META", "2022-06-09", "190 199 189 195 7")));
        bars.add(Bars.seen(Bars.daily("FB", "2022-06-08", "194.50 202 194 196.640 7")));

        assertThat(series().orElseThrow().symbol()).isEqualTo(Symbol.of("META"));
        assertThat(series().orElseThrow().bars())
                .extracting(bar -> "%s %s %s".formatted(bar.symbol(), bar.tradingDay(), bar.open()))
                .containsExactly("META 2022-06-08 194.5", "META 2022-06-09 190");
        bars.remove(0);
        assertThat(series().orElseThrow().symbol()).isEqualTo(Symbol.of("META"));
    }

    @Test
    void aSplitThatTwoProvidersStateIsOneAndTheNewestVersionCounts() {
        close("2025-10-28", "100");
        close("2025-10-29", "50");
        actions.add(
                Bars.seen(
                        Bars.split("2025-10-29", 4, 1, Provider.ALPHA_VANTAGE),
                        "2025-10-28T04:00:00Z"));
        actions.add(
                Bars.seen(
                        Bars.split("2025-10-29", 2, 1, Provider.ALPHA_VANTAGE),
                        "2026-02-03T04:00:00Z"));
        actions.add(
                Bars.seen(Bars.split("2025-10-28", 2, 1, Provider.YAHOO), "2026-03-03T04:00:00Z"));
        actions.add(Bars.seen(Bars.dividend("2025-10-28", "0.5", Provider.ALPHA_VANTAGE)));

        TrainingSeries series = series().orElseThrow();

        assertThat(series.facts().splits())
                .containsExactly(
                        new Split(
                                Symbol.of("ACME"),
                                LocalDate.parse("2025-10-29"),
                                Instant.parse("2026-02-03T04:00:00Z"),
                                2,
                                1));
        assertThat(series.facts().conditions()).isEmpty();
        assertThat(series.knownAt()).isEqualTo("2026-02-03T04:00:00Z");
    }

    @Test
    void daysThatAreNotAvailableAreFactsUntilAMoveIsConfirmed() {
        close("2025-10-24", "100");
        close("2025-10-28", "52");

        TrainingSeries open = series().orElseThrow();

        assertThat(open.facts().conditions())
                .isEqualTo(
                        Map.of(
                                LocalDate.parse("2025-10-27"), DataCondition.MISSING,
                                LocalDate.parse("2025-10-28"), DataCondition.DEGRADED,
                                LocalDate.parse("2025-10-29"), DataCondition.PENDING));
        assertThat(open.knownAt()).isEqualTo("2026-01-01T00:00:00Z");

        decisions.add(
                new MoveDecision(
                        Symbol.of("ACME"),
                        LocalDate.parse("2025-10-28"),
                        Instant.parse("2026-04-05T06:07:08Z"),
                        "raw/decision"));

        TrainingSeries confirmed = series().orElseThrow();

        assertThat(confirmed.facts().conditions())
                .doesNotContainKey(LocalDate.parse("2025-10-28"))
                .hasSize(2);
        assertThat(confirmed.knownAt()).isEqualTo("2026-04-05T06:07:08Z");
    }

    @Test
    void aBarOfADayWithoutASessionIsLeftOut() {
        close("2025-10-25", "100");
        assertThat(series()).isEmpty();

        close("2025-10-24", "100");

        assertThat(series().orElseThrow().lastDay()).isEqualTo("2025-10-24");
        assertThat(series().orElseThrow().bars()).hasSize(1);
        assertThat(series().orElseThrow().facts().conditions().keySet())
                .allMatch(NYSE::isSession)
                .isNotEmpty();
    }

    private void close(String day, String close) {
        bars.add(Bars.seen(Bars.close(day, close)));
    }

    private Optional<TrainingSeries> series() {
        return TrainingSeries.of(
                InstrumentCuration.curate(
                        new Observed(
                                instrument,
                                bars,
                                actions,
                                decisions,
                                Optional.empty(),
                                LocalDate.parse("2025-10-29")),
                        NYSE),
                NYSE);
    }
}
