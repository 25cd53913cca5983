package dev.bellwether.lake.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.lake.Bars;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.lake.action.AppliedActions;
import dev.bellwether.market.Provider;
import dev.bellwether.market.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DailyScreenTest {
    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final LocalDate FIRST = LocalDate.parse("2025-10-01");

    @Test
    void aPriceAHundredTimesTheLastIsSuspectAndTheNextIsHeldAgainstTheOneBefore() {
        assertThat(flags("10", "10.1", "1012", "10.2", "0.1", "10.3"))
                .containsExactly("", "", "jump|hundredfold", "", "jump|hundredfold", "");
    }

    @Test
    void manyPricesAHundredTimesTheLastAreSuspectIfTheSeriesComesBack() {
        assertThat(flags("10", "1000", "1001", "1002", "1003", "1004", "1005", "1006", "10.1"))
                .filteredOn(flags -> flags.contains("hundredfold"))
                .hasSize(7);
    }

    @Test
    void aSeriesThatStaysAtAnotherLevelHasJumpedThere() {
        assertThat(flags("10", "1000", "1001", "1002", "1003", "1004"))
                .containsExactly("", "jump", "", "", "", "");
    }

    @Test
    void afterALevelThatStayedAPriceFarFromItIsSuspectAgain() {
        assertThat(flags("10", "1000", "1001", "1002", "1003", "1004", "10", "1005"))
                .as("the series comes back to ten once: until then it is out")
                .filteredOn(flags -> flags.contains("hundredfold"))
                .hasSize(6);
    }

    @Test
    void afterAReverseSplitOfAHundredPricesAreNoHundredfold() {
        AppliedActions split =
                AppliedActions.of(
                        List.of(
                                Bars.seen(
                                        Bars.split("2025-10-02", 1, 100, Provider.ALPHA_VANTAGE))),
                        LocalDate.parse("2025-12-31"));

        assertThat(flags(split, "1", "101", "102")).containsExactly("", "jump", "");
    }

    @Test
    void flatWithVolumeAndSpikesAreSuspectAndAQuietDayIsNot() {
        List<SourceBar> bars =
                List.of(
                        Bars.daily("ACME", "2025-10-01", "10 10 10 10 0"),
                        Bars.daily("ACME", "2025-10-02", "10 10 10 10 500"),
                        Bars.daily("ACME", "2025-10-03", "10 16 10 10 500"),
                        Bars.daily("ACME", "2025-10-04", "10 11 10 10 500"));

        assertThat(DailyScreen.of(bars, AppliedActions.NONE, NYSE).bars().values())
                .extracting(bar -> bar.joinedFlags() + " " + bar.quality())
                .containsExactly(
                        "zero-volume ok",
                        "flat suspect",
                        "range-spike suspect",
                        "non-session-day ok");
    }

    private static List<String> flags(String... closes) {
        return flags(AppliedActions.NONE, closes);
    }

    private static List<String> flags(AppliedActions splits, String... closes) {
        List<SourceBar> bars = new ArrayList<>();
        LocalDate day = FIRST;
        for (String close : closes) {
            bars.add(Bars.close(day.toString(), close));
            day = NYSE.next(day);
        }
        return DailyScreen.of(bars, splits, NYSE).bars().values().stream()
                .map(ScreenedBar::joinedFlags)
                .toList();
    }
}
