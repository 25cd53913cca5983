package dev.bellwether.cli.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LakeNeedsTest {
    private static final Symbol IBM = Symbol.of("IBM");

    /// A Friday.
    private static final LocalDate RUN_DAY = LocalDate.of(2025, 11, 21);

    @Test
    void aLedgerUpToTheRunDayIsTakenAsItStands() {
        DailyNeed need = need("2", "0", "1", "100", "2025-11-21");

        assertThat(need).isEqualTo(new DailyNeed(IBM, 2, 1, 100));
        assertThat(need.words()).isEqualTo("2 days missing, 1 degraded");
    }

    @Test
    void aWholeSymbolNeedsNothing() {
        assertThat(need("0", "0", "0", "100", "2025-11-21").isWhole()).isTrue();
    }

    @Test
    void sessionsSinceTheNewestRunAreMissing() {
        assertThat(need("0", "0", "0", "100", "2025-11-19").missing()).isEqualTo(2);
    }

    @Test
    void aDayThatWasPendingIsDueWhenItsSessionHasClosed() {
        assertThat(need("0", "1", "0", "100", "2025-11-21").missing()).isEqualTo(1);
        assertThat(need("0", "1", "0", "100", "2025-11-24").missing()).isZero();
    }

    @Test
    void aSymbolThatTheLedgerDoesNotKnowHasNoBars() {
        List<DailyNeed> needs =
                new LakeNeeds(TradingCalendar.nyse(), RUN_DAY).read(List.of(), List.of(IBM));

        assertThat(needs).containsExactly(new DailyNeed(IBM, 0, 0, 0));
        assertThat(needs.getFirst().isWhole()).isFalse();
        assertThat(needs.getFirst().words()).isEqualTo("no daily bars");
    }

    private static DailyNeed need(
            String missing, String pending, String degraded, String bars, String newest) {
        List<@Nullable String> row =
                List.<@Nullable String>of("IBM", missing, pending, degraded, bars, newest);
        return new LakeNeeds(TradingCalendar.nyse(), RUN_DAY)
                .read(List.of(row), List.of(IBM))
                .getFirst();
    }
}
