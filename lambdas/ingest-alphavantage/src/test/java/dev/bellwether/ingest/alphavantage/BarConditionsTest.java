package dev.bellwether.ingest.alphavantage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BarConditionsTest {
    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final LocalDate MONDAY = LocalDate.parse("2025-10-27");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    private final NavigableMap<LocalDate, OhlcvBar> bars = new TreeMap<>();

    @Test
    void nothingIsSaidOfBarsThatAreFine() {
        put(MONDAY, "100", "102", "99", "101");
        put(TUESDAY, "101", "103", "100", "102");

        assertThat(facts(List.of(MONDAY, TUESDAY), Set.of(), List.of())).isEmpty();
    }

    @Test
    void aJumpWithoutAKnownSplitDegradesItsDay() {
        put(MONDAY, "400", "404", "396", "400");
        put(TUESDAY, "100", "102", "99", "101");

        assertThat(facts(List.of(TUESDAY), Set.of(), List.of()))
                .containsExactly("2025-10-28 degraded: jump without a known split");
    }

    @Test
    void aKnownSplitExplainsIt() {
        put(MONDAY, "400", "404", "396", "400");
        put(TUESDAY, "100", "102", "99", "101");
        Split split = new Split(AAPL, TUESDAY, Instant.EPOCH, 4, 1);

        assertThat(facts(List.of(TUESDAY), Set.of(), List.of(split))).isEmpty();
        assertThat(new BarConditions(bars, List.of(split)).isUnexplainedJump(tuesday())).isFalse();
    }

    @Test
    void aSplitOfAnotherDayOrRatioDoesNot() {
        put(MONDAY, "400", "404", "396", "400");
        put(TUESDAY, "100", "102", "99", "101");

        assertThat(jumps(new Split(AAPL, WEDNESDAY, Instant.EPOCH, 4, 1))).isTrue();
        assertThat(jumps(new Split(AAPL, MONDAY, Instant.EPOCH, 4, 1))).isTrue();
        assertThat(jumps(new Split(AAPL, TUESDAY, Instant.EPOCH, 10, 1))).isTrue();
    }

    @Test
    void aPriceThatNothingElseKnowsDegradesItsDay() {
        put(MONDAY, "10", "10.2", "9.9", "10.1");
        put(TUESDAY, "10.1", "25.05", "10", "10.2");

        assertThat(facts(List.of(TUESDAY), Set.of(), List.of()))
                .containsExactly("2025-10-28 degraded: range-spike");
    }

    @Test
    void theBarAfterAChangedOneIsJudgedAnew() {
        put(MONDAY, "100", "102", "99", "101");
        put(TUESDAY, "300", "306", "297", "303");
        put(WEDNESDAY, "101", "103", "100", "102");

        assertThat(facts(List.of(TUESDAY), Set.of(), List.of()))
                .containsExactly(
                        "2025-10-28 degraded: jump without a known split",
                        "2025-10-29 degraded: jump without a known split");
    }

    @Test
    void aCorrectionTakesTheDegradedDayBack() {
        put(MONDAY, "100", "102", "99", "101");
        put(TUESDAY, "101", "103", "100", "102");
        put(WEDNESDAY, "102", "104", "101", "103");

        assertThat(facts(List.of(TUESDAY), Set.of(MONDAY, TUESDAY, WEDNESDAY), List.of()))
                .containsExactly("2025-10-28 available: ", "2025-10-29 available: ");
    }

    private OhlcvBar tuesday() {
        return Objects.requireNonNull(bars.get(TUESDAY));
    }

    private boolean jumps(Split split) {
        return new BarConditions(bars, List.of(split)).isUnexplainedJump(tuesday());
    }

    private List<String> facts(List<LocalDate> changed, Set<LocalDate> stored, List<Split> splits) {
        List<Map<String, String>> rows =
                new BarConditions(bars, splits)
                        .facts(changed.stream().map(bars::get).toList(), stored);
        return rows.stream()
                .map(row ->
                        "%s %s: %s"
                                .formatted(
                                        row.get("trading_day"),
                                        row.get("condition"),
                                        row.get("reason")))
                .toList();
    }

    private void put(LocalDate day, String open, String high, String low, String close) {
        bars.put(
                day,
                new OhlcvBar(
                        AAPL,
                        day,
                        new BigDecimal(open),
                        new BigDecimal(high),
                        new BigDecimal(low),
                        new BigDecimal(close),
                        1_000_000,
                        Provider.ALPHA_VANTAGE));
    }
}
