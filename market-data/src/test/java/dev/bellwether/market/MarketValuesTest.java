package dev.bellwether.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketValuesTest {
    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final TradingCalendar NYSE = TradingCalendar.nyse();

    @ParameterizedTest
    @ValueSource(strings = {"AAPL", "BRK-B", "BRK.B", "9988", "A"})
    void symbolsAreCapitalsDigitsDotsAndDashes(String name) {
        assertThat(Symbol.of(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aapl", "-A", "A B", "A/../B", "ABCDEFGHIJKLM", "É"})
    void otherNamesAreNoSymbols(String name) {
        assertThatThrownBy(() -> Symbol.of(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aListOfSymbolsKeepsItsOrderAndEachOnce() {
        assertThat(Symbol.listOf("MSFT, AAPL,MSFT")).containsExactly(Symbol.of("MSFT"), AAPL);
        assertThatThrownBy(() -> Symbol.listOf("AAPL,,MSFT"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 9, 8, 9, 1, open 10 is outside",
        "9, 10, 8, 11, 1, close 11 is outside",
        "9, 8, 10, 9, 1, high 8 is below low 10",
        "0, 10, 0, 9, 1, not above zero",
        "9, 10, 8, 9, -1, volume -1 is negative"
    })
    void impossibleBarsAreRefusedWithTheReason(
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            long volume,
            String reason) {
        assertThat(OhlcvBar.findProblem(open, high, low, close, volume))
                .hasValueSatisfying(problem -> assertThat(problem).contains(reason));
        assertThatThrownBy(() ->
                        new OhlcvBar(
                                AAPL,
                                LocalDate.EPOCH,
                                open,
                                high,
                                low,
                                close,
                                volume,
                                Provider.YAHOO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void figuresAreComparedAsNumbers() {
        assertThat(bar("2025-10-29", "1.50", 7).sameFigures(bar("2025-10-29", "1.5", 7))).isTrue();
        assertThat(bar("2025-10-29", "1.50", 7).sameFigures(bar("2025-10-29", "1.5", 8))).isFalse();
    }

    @Test
    void oddBarsAreFlagged() {
        assertThat(flags(bar("2025-10-29", "10", 0), null)).containsExactly(BarFlag.ZERO_VOLUME);
        assertThat(flags(bar("2025-10-29", "10", 5), null)).containsExactly(BarFlag.FLAT);
        assertThat(flags(bar("2025-10-26", "10", 0), null))
                .as("a Sunday")
                .containsExactly(BarFlag.ZERO_VOLUME, BarFlag.NON_SESSION_DAY);
        assertThat(flags(bar("1980-01-02", "10", 0), null)).contains(BarFlag.NON_SESSION_DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 150, false",
        "100, 150.01, true",
        "150, 100, false",
        "150, 99.99, true",
        "400, 100, true"
    })
    void aJumpIsMoreThanThreeToTwo(String before, String after, boolean jump) {
        assertThat(
                        flags(bar("2025-10-29", after, 0), bar("2025-10-28", before, 0))
                                .contains(BarFlag.JUMP))
                .isEqualTo(jump);
    }

    @ParameterizedTest
    @CsvSource({
        "13, 13.31, 12.8, 12.9, false, a quiet day",
        "13, 25.05, 12.8, 12.9, true, a high that no other price knows",
        "13, 13.31, 6.5, 12.9, true, a low that no other price knows",
        "13, 19.50, 12.8, 12.9, false, exactly one and a half times",
        "13, 22.00, 12.8, 21.0, false, a day that closed up there",
        "3.2, 3.3, 3.1, 3.25, false, the first day after a 4-for-1 split"
    })
    void aSpikeIsAPriceThatNothingElseOfTheBarKnows(
            String open, String high, String low, String close, boolean spike, String what) {
        var bar =
                new OhlcvBar(
                        AAPL,
                        LocalDate.parse("2025-10-29"),
                        new BigDecimal(open),
                        new BigDecimal(high),
                        new BigDecimal(low),
                        new BigDecimal(close),
                        5,
                        Provider.ALPHA_VANTAGE);

        assertThat(flags(bar, bar("2025-10-28", "13", 5)).contains(BarFlag.RANGE_SPIKE))
                .as(what)
                .isEqualTo(spike);
    }

    @Test
    void changeIsAgainstThePreviousClose() {
        Quote quote = quote("269.7", "269.0");

        assertThat(quote.change()).isEqualByComparingTo("0.7");
        assertThat(quote.changePercent()).isEqualByComparingTo("0.2602");
        assertThat(quote.identity()).isEqualTo("AAPL|yahoo|composite|2025-10-29T19:59:30Z|0");
    }

    @Test
    void aCorrectionIsAnotherQuoteOfTheSameMoment() {
        Quote quote = quote("269.7", "269.0");

        assertThat(quote.withSequence(7).identity())
                .isEqualTo("AAPL|yahoo|composite|2025-10-29T19:59:30Z|7");
        assertThatThrownBy(() -> quote.withSequence(-1))
                .hasMessageContaining("sequence -1 is negative");
    }

    @Test
    void aQuoteNeedsAPreviousCloseAndPossibleFigures() {
        assertThatThrownBy(() -> quote("269.7", "0")).hasMessageContaining("previous close");
        assertThatThrownBy(() -> quote("272", "269")).hasMessageContaining("outside low to high");
    }

    @Test
    void aRejectedRecordHasTheSameIdHoweverOftenAndWheneverItIsRejected() {
        QuarantineRecord first = rejected("2025-10-30T04:00:00Z", "row");

        assertThat(first.id()).hasSize(32).isEqualTo(rejected("2025-10-31T04:00:00Z", "row").id());
        assertThat(first.id()).isNotEqualTo(rejected("2025-10-30T04:00:00Z", "other row").id());
    }

    @Test
    void hashIsSha256() {
        assertThat(Sha256.hex(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    private static java.util.Set<BarFlag> flags(
            OhlcvBar bar, @org.jspecify.annotations.Nullable OhlcvBar previous) {
        return BarFlag.of(bar, Optional.ofNullable(previous), NYSE);
    }

    private static OhlcvBar bar(String day, String price, long volume) {
        BigDecimal close = new BigDecimal(price);
        return new OhlcvBar(
                AAPL,
                LocalDate.parse(day),
                close,
                close,
                close,
                close,
                volume,
                Provider.ALPHA_VANTAGE);
    }

    private static Quote quote(String price, String previousClose) {
        return Quote.of(
                AAPL,
                new BigDecimal("269.28"),
                new BigDecimal("271.41"),
                new BigDecimal("267.11"),
                new BigDecimal(price),
                new BigDecimal(previousClose),
                51086742,
                Instant.parse("2025-10-29T19:59:30Z"),
                Provider.YAHOO,
                "composite");
    }

    private static QuarantineRecord rejected(String at, String record) {
        return new QuarantineRecord(
                "ingest-alphavantage",
                "AAPL",
                QuarantineReason.IMPOSSIBLE,
                "",
                record,
                "",
                Instant.parse(at));
    }
}
