package dev.bellwether.cli.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceFileTest {
    private static final String HEADER = "timestamp,open,high,low,close,volume\n";
    private static final String TWO_DAYS =
            HEADER + "2024-01-03,2,3,1,2.50,100\n2024-01-02,1,2,1,1.5000,200\n";

    @TempDir Path folder;

    @Test
    void closesStandAsTheFileHasThemOldestFirst() throws Exception {
        PriceFile file = read("daily_ACME.csv", TWO_DAYS);

        assertThat(file.symbol()).isEqualTo(Symbol.of("ACME"));
        assertThat(file.notes()).isEmpty();
        assertThat(file.findIncomplete()).isEmpty();
        assertThat(file.bars())
                .extracting(ClosedBar::tradingDay)
                .containsExactly(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 3));
        assertThat(file.bars())
                .extracting(bar -> bar.close().toPlainString())
                .containsExactly("1.5000", "2.50");
        assertThat(file.bars().getLast().volume()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFtimestamp,open,high,low,close,volume\r\n2024-01-02,1,2,1,1.5,9\r\n2024-01-03,1,2,1,2.5,9",
                "Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-02,1,2,1,1.5,7,9\n2024-01-03,1,2,1,2.5,7,9\n",
                "\"close\",\"date\"\n\"1.5\",\"2024-01-02\"\n\"2.5\",\"2024-01-03\"\n",
                "volume,4. close,timestamp\n9,1.5,2024-01-02\n9,2.5,2024-01-03\n",
                "date,close,open,high,low,volume\n2024-01-02,1.5,,,,\n2024-01-03,2.5,,,,\n",
                "date,close\n2024-01-03 00:00:00, 2.5 \n\n2024-01-02T00:00:00,+1.5\n",
                "timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient\n"
                        + "2024-01-03,1,2,1,2.5,1,9,0.0000,1.0\n2024-01-02,1,2,1,1.5,1,9,0.0000,1.0\n",
                "symbol,trading_day,open,high,low,close,volume,provider,basis,flags\n"
                        + "ACME,2024-01-02,1,2,1,1.5,9,alphavantage,raw,\nACME,2024-01-03,1,2,1,2.5,9,alphavantage,raw,\n",
                "{\"Meta Data\":{\"2. Symbol\":\"ACME\"},\"Time Series (Daily)\":{"
                        + "\"2024-01-03\":{\"1. open\":\"1\",\"4. close\":\"2.5\"},\"2024-01-02\":{\"4. close\":\"1.5\",\"1. open\":\"1\"}}}",
                "{\"Time Series (Daily)\":{\"2024-01-02\":{\"4. close\":1.5,\"5. adjusted close\":\"7\",\"8. split coefficient\":\"1.0\"},"
                        + "\"2024-01-03\":{\"4. close\":2.5}}}"
            })
    void manyFormsAreOneFile(String text) throws Exception {
        PriceFile file = read("ACME.csv", text);

        assertThat(file.bars())
                .extracting(ClosedBar::close)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("1.5"), new BigDecimal("2.5"));
        assertThat(file.first()).isEqualTo("2024-01-02");
    }

    @ParameterizedTest
    @CsvSource({
        "daily_AAPL.csv, AAPL",
        "AAPL_daily.csv, AAPL",
        "AAPL.csv, AAPL",
        "AAPL.JSON, AAPL",
        "daily_adjusted_IBM.csv, IBM",
        "daily_adjusted_IBM_2026-05-15.csv, IBM",
        "daily_AAPL_2019-01-22.json, AAPL",
        "intraday_5min_IBM_2025-07-25.csv, IBM",
        "daily_BRK-B.csv, BRK-B",
        "TSCO.LON.csv, TSCO.LON"
    })
    void aNameGivesItsSymbol(String name, String symbol) throws Exception {
        assertThat(read(name, TWO_DAYS).symbol()).isEqualTo(Symbol.of(symbol));
    }

    @Test
    void aFileSaysItsSymbolWhenItsNameDoesNot() throws Exception {
        String json =
                "{\"Meta Data\":{\"2. Symbol\":\"IBM\"},\"Time Series (Daily)\":{\"2024-01-02\":{\"4. close\":\"1.5\"}}}";

        assertThat(read("prices.json", json).symbol()).isEqualTo(Symbol.of("IBM"));
        assertThat(read("prices.csv", "symbol,date,close\nIBM,2024-01-02,1\n").symbol())
                .isEqualTo(Symbol.of("IBM"));
        assertThat(
                        PriceFile.read(
                                        write("prices.csv", TWO_DAYS),
                                        Optional.of(Symbol.of("X")),
                                        Timeframe.ONE_DAY)
                                .symbol())
                .isEqualTo(Symbol.of("X"));
        assertRefused("prices.csv", TWO_DAYS, "which symbol");
        assertRefused("AAPL_MSFT.csv", TWO_DAYS, "which symbol");
        assertRefused("all.csv", "symbol,date,close\nA,2024-01-02,1\nB,2024-01-02,1\n", "A, B");
    }

    @Test
    void barsOfMinutesAreNewYorkTimes() throws Exception {
        PriceFile file =
                PriceFile.read(
                        write(
                                "intraday_15min_IBM.csv",
                                HEADER
                                        + "2025-07-25 09:45:00,1,2,1,2,1\n2025-01-24 09:30:00,1,2,1,1,1\n"),
                        Optional.empty(),
                        Timeframe.FIFTEEN_MINUTES);

        assertThat(file.bars())
                .extracting(ClosedBar::start)
                .containsExactly(
                        Instant.parse("2025-01-24T14:30:00Z"),
                        Instant.parse("2025-07-25T13:45:00Z"));
        assertThat(file.last()).isEqualTo("2025-07-25 09:45");
    }

    @Test
    void anOrderThatIsNoneIsNoted() throws Exception {
        PriceFile file = read("A.csv", "date,close\n2024-01-03,2\n2024-01-02,1\n2024-01-04,3\n");

        assertThat(file.bars()).extracting(bar -> bar.close().intValue()).containsExactly(1, 2, 3);
        assertThat(file.notes()).singleElement().asString().contains("in no order");
    }

    @Test
    void aRowThatIsThereTwiceIsTakenOnceAndNoted() throws Exception {
        PriceFile file =
                read("A.csv", "date,close\n2024-01-02,1.0\n2024-01-03,2\n2024-01-03,2.0\n");

        assertThat(file.bars()).hasSize(2);
        assertThat(file.notes())
                .containsExactly(
                        "line 4 says again what line 3 says of 2024-01-03; it was taken once");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date,close;2024-01-02,1;2024-01-02,2 | lines 2 and 3 are both of 2024-01-02 and differ",
                "date,close;2024-01-02,1;2024-01-03,x | line 3, column close, 'x'",
                "date,close;2024-01-02,null | line 2, column close, 'null'",
                "date,close;2024-01-02,NaN | line 2, column close, 'NaN'",
                "date,close;2024-01-02, | line 2, column close, ''",
                "date,close;2024-01-02,0 | line 2, column close, '0': a close is above zero",
                "date,close;2024-01-02,-1.5 | a close is above zero",
                "date,close;2024-01-02,1e999999999 | line 2, column close",
                "date,close,open;2024-01-02,1,abc | line 2, column open, 'abc'",
                "date,close,volume;2024-01-02,1,1e30 | column volume, '1e30'",
                "date,close;2024-02-30,1 | line 2, column date, '2024-02-30'",
                "date,close;01/02/2024,1 | line 2, column date, '01/02/2024'",
                "date,close;2024-01-02 09:30:00,1 | --timeframe 1m, 5m or 15m",
                "date,close;2024-01-02 | line 2 has 1 cells where the header has 2",
                "date,close;2024-01-02,1;2024-01-03,1,5 | line 3 has 3 cells",
                "date,close,close;2024-01-02,1,2 | two columns 'close'",
                "date,price;2024-01-02,1 | no file of prices: it has no column close",
                "a,b;1,2 | it has no column date",
                "hello | it has no column date",
                "date,close | has no rows",
                "<html>;</html> | is a web page",
                "[1] | no object with a time series",
                "{\"x\": | is no JSON: line 1"
            })
    void aFileThatCannotBeUsedIsRefusedWithTheReason(String text, String reason)
            throws IOException {
        assertRefused("A.csv", text.replace(';', '\n'), reason);
    }

    @Test
    void aQuoteThatIsNotClosedIsRefused() throws IOException {
        assertRefused("A.csv", "date,close\n2024-01-02,\"1\n2024-01-03,2\n", "is no CSV");
    }

    @Test
    void nothingIsNoFile() throws IOException {
        assertRefused("A.csv", "", "is empty");
        assertRefused("A.csv", "\uFEFF \n", "is empty");
        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> PriceFile.read(folder, Optional.empty(), Timeframe.ONE_DAY))
                .withMessageContaining("is a folder");
        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() ->
                        PriceFile.read(
                                folder.resolve("none.csv"), Optional.empty(), Timeframe.ONE_DAY))
                .withMessageContaining("none.csv: is not there");
        Files.write(
                folder.resolve("B.csv"),
                "date,close\n2024-01-02,1\n".getBytes(StandardCharsets.UTF_16));
        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() ->
                        PriceFile.read(
                                folder.resolve("B.csv"), Optional.empty(), Timeframe.ONE_DAY))
                .withMessageContaining("no UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Note\":\"Thank you for using it! Our standard call frequency is 5 calls per minute.\"}",
                "{\"Information\":\"We have detected your API key as ABCDEFGH12345678 and our limit is 25 a day.\"}",
                "\uFEFF{\"Error Message\":\"Invalid API call.\"}",
                "{\"message\":\"forbidden.\"}",
                "{\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\"}}}"
            })
    void aProvidersFailureIsNoPriceAndItsKeyIsNotRepeated(String body) throws IOException {
        BadFileException refusal = assertRefused("daily_A.csv", body, "failure body of a provider");

        assertThat(refusal.getMessage()).doesNotContain("ABCDEFGH12345678");
    }

    @Test
    void anotherAnswerIsNoPriceEither() throws IOException {
        assertRefused(
                "daily_A.json",
                "{\"Global Quote\":{}}",
                "without a time series; it has [Global Quote]");
    }

    @Test
    void aGoodAnswerInAnotherFormIsNotCalledAFailure() throws IOException {
        assertRefused(
                "A.json",
                "{\"chart\":{\"result\":[{\"timestamp\":[1]}],\"error\":null}}",
                "without a time series; it has [chart]");
    }

    @Test
    void aTimeThatNewYorkSkipsIsRefused() throws IOException {
        Path file = write("A.csv", "date,close\n2025-03-09 02:30:00,1\n");

        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> PriceFile.read(file, Optional.empty(), Timeframe.FIVE_MINUTES))
                .withMessageContaining("put forward");
        Path days = write("B.csv", TWO_DAYS);
        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> PriceFile.read(days, Optional.empty(), Timeframe.FIVE_MINUTES))
                .withMessageContaining("--timeframe 1d");
    }

    @Test
    void barsThatLackAPriceOrAVolumeAreKnown() throws Exception {
        assertThat(read("A.csv", "date,close,volume\n2024-01-02,1,5\n").findIncomplete())
                .contains(2L);
        assertThat(
                        read("A.csv", HEADER + "2024-01-02,1,2,1,1,5\n2024-01-03,1,,1,1,5\n")
                                .findIncomplete())
                .contains(3L);
    }

    private BadFileException assertRefused(String name, String text, String reason)
            throws IOException {
        Path file = write(name, text);
        var thrown =
                org.assertj.core.api.Assertions.catchThrowableOfType(
                        BadFileException.class,
                        () -> PriceFile.read(file, Optional.empty(), Timeframe.ONE_DAY));
        assertThat(thrown).as(text).hasMessageContaining(reason).hasMessageContaining(name);
        return thrown;
    }

    private PriceFile read(String name, String text) throws Exception {
        return PriceFile.read(write(name, text), Optional.empty(), Timeframe.ONE_DAY);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
