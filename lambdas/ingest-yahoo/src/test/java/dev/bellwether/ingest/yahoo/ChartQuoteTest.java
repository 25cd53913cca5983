package dev.bellwether.ingest.yahoo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.ingest.HttpAnswer;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartQuoteTest {
    private static final Session SESSION =
            TradingCalendar.nyse().findSession(LocalDate.parse("2021-01-11")).orElseThrow();
    private static final Instant POLL = Instant.parse("2021-01-11T18:31:00Z");
    private static final String[] META_FIGURES = {
        "regularMarketPrice", "regularMarketDayHigh", "regularMarketDayLow", "regularMarketVolume"
    };

    @Test
    void theQuoteIsTheSessionsSoFar() {
        assertThat(quote(new Chart()))
                .isEqualTo(
                        Quote.of(
                                Symbol.of("AAPL"),
                                new BigDecimal("129.19"),
                                new BigDecimal("130.17"),
                                new BigDecimal("128.5"),
                                new BigDecimal("129.55"),
                                new BigDecimal("132.05"),
                                60_742_188,
                                Instant.parse("2021-01-11T18:30:13Z"),
                                Provider.YAHOO,
                                "composite"));
    }

    @Test
    void whatMetaLacksIsTakenFromTheArraysOverTheirNulls() {
        Quote quote =
                quote(
                        new Chart()
                                .withoutMeta(META_FIGURES)
                                .times("[%s,1610389800,1610389813]".formatted(Chart.OPEN))
                                .array("open", "[null,129.19000244140625,130]")
                                .array("high", "[130.1699981689453,129.6,null]")
                                .array("low", "[129,null,128.5]")
                                .array("close", "[129.61000061035156,129.5500030517578,null]")
                                .array("volume", "[60000000,60742188,null]"));

        assertThat(quote).isEqualTo(quote(new Chart()));
    }

    @Test
    void elementsOfAnotherDayAreNotTheSessions() {
        assertThat(
                        quote(
                                new Chart()
                                        .withoutMeta(META_FIGURES)
                                        .times("[1610116200,1610389813]")
                                        .array("open", "[999,129.19000244140625]")
                                        .array("high", "[999,130.17]")
                                        .array("low", "[1,128.5]")
                                        .array("close", "[999,129.55]")
                                        .array("volume", "[1,60742188]")))
                .isEqualTo(quote(new Chart()));
    }

    @Test
    void theOlderNameOfThePreviousCloseIsKnown() {
        assertThat(
                        quote(
                                new Chart()
                                        .withoutMeta("chartPreviousClose")
                                        .meta("previousClose", "132.05")))
                .isEqualTo(quote(new Chart()));
    }

    @Test
    void binaryTailsAreRoundedAway() {
        Quote quote = quote(new Chart().meta("regularMarketPrice", "129.17999267578125"));

        assertThat(quote.price()).isEqualTo(new BigDecimal("129.18"));
        assertThat(quote.change()).isEqualTo(new BigDecimal("-2.87"));
    }

    @Test
    void aSaturdaysAnswerHasNoData() {
        assertThat(reason(new Chart().times(""))).isEqualTo("no data");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "high | [130.17,131] | ragged: 1 times, but 2 elements of high",
                "volume | [] | ragged: 1 times, but 0 elements of volume",
                "open | [null] | no open"
            })
    void arraysThatDoNotFitAreNotGuessedAt(String array, String elements, String reason) {
        assertThat(reason(new Chart().array(array, elements))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "regularMarketTime | 1610375399 | stale: the last trade was at 2021-01-11T14:29:59Z",
                "regularMarketTime | 1610389981 | the last trade, at 2021-01-11T18:33:01Z, is later than the poll",
                "regularMarketTime | null | no market time",
                "chartPreviousClose | null | no previous close",
                "dataGranularity | \"1m\" | asked for daily bars, got 1m",
                "regularMarketDayHigh | 128 | impossible: Quote of AAPL at 2021-01-11T18:30:13Z: high 128 is below low 128.5",
                "regularMarketPrice | -1 | impossible: Quote of AAPL at 2021-01-11T18:30:13Z: a price is not above zero",
                "regularMarketVolume | 1.5 | impossible: Rounding necessary"
            })
    void aQuoteThatCannotBeTrueIsSkippedWithItsReason(String field, String json, String reason) {
        assertThat(reason(new Chart().meta(field, json))).isEqualTo(reason);
    }

    @Test
    void aNumberWithAHugeExponentIsNoNumber() {
        assertThat(
                        reason(
                                new Chart()
                                        .meta("regularMarketVolume", "1e999999999")
                                        .array("volume", "[1e999999999]")))
                .isEqualTo("no volume");
    }

    @Test
    void aTradeAFewSecondsAfterTheSchedulesTimeIsStillOfThePoll() {
        assertThat(quote(new Chart().meta("regularMarketTime", "1610389980")).timestamp())
                .isEqualTo(POLL.plusSeconds(120));
    }

    private static Quote quote(Chart chart) {
        return ((ChartReading.Read) read(chart)).quote();
    }

    private static String reason(Chart chart) {
        return ((ChartReading.Unusable) read(chart)).reason();
    }

    private static ChartReading read(Chart chart) {
        HttpAnswer answer =
                new HttpAnswer(
                        "http://host/",
                        200,
                        "application/json",
                        null,
                        chart.json().getBytes(StandardCharsets.UTF_8),
                        0);
        ChartBody.Chart body = (ChartBody.Chart) ChartBody.of(answer);
        return ChartQuote.read(body.result(), Symbol.of("AAPL"), SESSION, POLL);
    }
}
