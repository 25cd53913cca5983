package dev.bellwether.market.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.Quote;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireFormsTest {
    private static final String QUOTE =
            """
            {"symbol":"AAPL","open":269.28,"high":271.41,"low":267.11,"price":269.7,"previous_close":269.0,\
            "change":0.7,"change_percent":0.2602,"volume":51086742,"timestamp":"2025-10-29T19:59:30Z",\
            "provider":"yahoo","feed":"composite","sequence":3,"schema_version":1}\
            """;
    private static final TradingCalendar NYSE = TradingCalendar.nyse();

    @Test
    void aQuoteIsTheContractsLine() {
        Quote quote = QuoteJson.read(QUOTE.getBytes(UTF_8));

        assertThat(new String(QuoteJson.write(quote), UTF_8)).isEqualTo(QUOTE);
        assertThat(quote.price()).isEqualTo(new BigDecimal("269.7"));
    }

    @Test
    void aLineFromBeforeThereWereSequencesIsTheFirstOfItsMoment() {
        assertThat(QuoteJson.read(QUOTE.replace("\"sequence\":3,", "").getBytes(UTF_8)))
                .isEqualTo(QuoteJson.read(QUOTE.getBytes(UTF_8)).withSequence(0));
    }

    @Test
    void unknownFieldsOfAQuoteAreIgnored() {
        assertThat(
                        QuoteJson.read(
                                QUOTE.replace("{\"symbol\"", "{\"new\":[1],\"symbol\"")
                                        .getBytes(UTF_8)))
                .isEqualTo(QuoteJson.read(QUOTE.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"symbol\":\"AAPL\" | \"symbol\":\"../x\" | no symbol",
                "\"price\":269.7 | \"price\":\"269.7\" | price is missing or no number",
                "\"price\":269.7 | \"price\":NaN | no JSON",
                "\"price\":269.7 | \"prize\":269.7 | price is missing",
                "\"high\":271.41 | \"high\":1 | high 1 is below low",
                "\"volume\":51086742 | \"volume\":-1 | negative",
                "\"volume\":51086742 | \"volume\":1.5 | whole number",
                "\"timestamp\":\"2025-10-29T19:59:30Z\" | \"timestamp\":\"yesterday\" | instant",
                "\"schema_version\":1 | \"schema_version\":2 | schema_version is 2",
                "\"provider\":\"yahoo\" | \"provider\":\"someone\" | no provider",
                "\"sequence\":3 | \"sequence\":-1 | sequence -1 is negative",
                "\"sequence\":3 | \"sequence\":1.5 | sequence is no whole number in range",
                "\"sequence\":3 | \"sequence\":9223372036854775808 | sequence is no whole number",
                "\"sequence\":3 | \"sequence\":null | sequence is missing or no number",
                "\"open\":269.28 | \"open\":1,\"open\":269.28 | no JSON",
                "} | }} | no JSON"
            })
    void whatIsNoQuoteIsRefusedWithTheReason(String from, String to, String reason) {
        assertThatThrownBy(() -> QuoteJson.read(QUOTE.replace(from, to).getBytes(UTF_8)))
                .isInstanceOf(InvalidQuoteException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aHugeNumberIsRefusedQuickly() {
        assertThatThrownBy(() ->
                        QuoteJson.read(QUOTE.replace("269.7", "9".repeat(10_000)).getBytes(UTF_8)))
                .isInstanceOf(InvalidQuoteException.class);
    }

    @Test
    void dailyBarsComeOutSortedWhateverTheOrder() {
        OhlcvBar monday = bar("2025-10-27", "10.5", 100);
        OhlcvBar tuesday = bar("2025-10-28", "21.0000", 0);

        byte[] csv = DailyBarsCsv.write(List.of(tuesday, monday), NYSE);

        assertThat(new String(csv, UTF_8))
                .isEqualTo(
                        """
                        symbol,trading_day,open,high,low,close,volume,provider,basis,flags
                        AAPL,2025-10-27,10.5,10.5,10.5,10.5,100,alphavantage,raw,flat
                        AAPL,2025-10-28,21.0000,21.0000,21.0000,21.0000,0,alphavantage,raw,zero-volume;jump
                        """);
        assertThat(DailyBarsCsv.write(List.of(monday, tuesday), NYSE)).isEqualTo(csv);
        assertThat(DailyBarsCsv.read(csv).values()).containsExactly(monday, tuesday);
    }

    @Test
    void aFileOfNoBarsIsItsHeader() {
        assertThat(DailyBarsCsv.read(DailyBarsCsv.write(List.of(), NYSE))).isEmpty();
    }

    @Test
    void brokenFilesOfDailyBarsAreRefused() {
        assertThatThrownBy(() -> DailyBarsCsv.read("something else\n".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("starts with the line");
        assertThatThrownBy(() ->
                        DailyBarsCsv.read(
                                (DailyBarsCsv.HEADER + "\nAAPL,2025-10-27,x,1,1,1,1,yahoo,raw,\n")
                                        .getBytes(UTF_8)))
                .hasMessageContaining("Line 2");
        OhlcvBar bar = bar("2025-10-27", "10", 1);
        assertThatThrownBy(() -> DailyBarsCsv.write(List.of(bar, bar), NYSE))
                .hasMessageContaining("Two bars");
    }

    @Test
    void rejectedRecordsAreJsonLines() throws Exception {
        byte[] lines =
                QuarantineJson.write(
                        List.of(
                                new QuarantineRecord(
                                        "ingest-alphavantage",
                                        "AAPL",
                                        QuarantineReason.IMPOSSIBLE,
                                        "high 1 is below low 2",
                                        "2025-10-27,\"1\"\n",
                                        "raw/x.body",
                                        Instant.parse("2025-10-30T04:00:00Z")),
                                new QuarantineRecord(
                                        "stream-processor",
                                        "",
                                        QuarantineReason.INVALID_QUOTE,
                                        "no JSON",
                                        "é",
                                        "",
                                        Instant.parse("2025-10-30T04:00:00Z"))));

        List<String> rows = new String(lines, UTF_8).lines().toList();
        assertThat(rows).hasSize(2);
        JsonNode first = new JsonMapper().readTree(rows.get(0));
        assertThat(first.path("reason").asText()).isEqualTo("impossible");
        assertThat(first.path("record").asText()).isEqualTo("2025-10-27,\"1\"\n");
        assertThat(first.path("quarantine_id").asText()).hasSize(32);
        assertThat(new JsonMapper().readTree(rows.get(rows.size() - 1)).path("record").asText())
                .isEqualTo("é");
    }

    private static OhlcvBar bar(String day, String price, long volume) {
        BigDecimal close = new BigDecimal(price);
        return new OhlcvBar(
                Symbol.of("AAPL"),
                LocalDate.parse(day),
                close,
                close,
                close,
                close,
                volume,
                Provider.ALPHA_VANTAGE);
    }
}
