package dev.bellwether.ingest.alphavantage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.ingest.ProviderFailure;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.Symbol;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DailyCsvTest {
    private static final String HEADER = "timestamp,open,high,low,close,volume\n";
    private static final String NEW = "2025-10-29,269.2750,271.4100,267.1100,269.7000,51086742\n";
    private static final String OLD = "2025-10-28,268.9850,269.8900,268.1500,269.0000,41534759\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEADER + NEW + OLD,
                HEADER + OLD + NEW,
                "\uFEFF" + HEADER + NEW + OLD + "\n"
            })
    void anyOrderOfDaysGivesTheSameBars(String body) {
        DailySeries series = rows(body);

        assertThat(series.bars())
                .containsOnlyKeys(LocalDate.parse("2025-10-28"), LocalDate.parse("2025-10-29"));
        assertThat(series.bars().lastEntry().getValue().close())
                .isEqualTo(new BigDecimal("269.7000"));
        assertThat(series.refused()).isEmpty();
    }

    @Test
    void lineEndsOfBothKindsAreRead() {
        assertThat(rows((HEADER + NEW + OLD).replace("\n", "\r\n")).bars())
                .isEqualTo(rows(HEADER + NEW + OLD).bars());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "2025-10-27,100,99,101,100,1 | IMPOSSIBLE | high 99 is below low 101",
                "2025-10-27,102,101,99,100,1 | IMPOSSIBLE | open 102 is outside low to high",
                "2025-10-27,100,101,99,98,1 | IMPOSSIBLE | close 98 is outside low to high",
                "2025-10-27,100,101,0,100,1 | IMPOSSIBLE | a price is not above zero",
                "2025-10-27,-1,101,-1,100,1 | IMPOSSIBLE | a price is not above zero",
                "2025-10-27,100,101,99,100,-5 | IMPOSSIBLE | volume -5 is negative",
                "2025-10-27,100,101,99,NaN,1 | UNPARSABLE | 'NaN' is no price",
                "2025-10-27,100,101,99,1e9,1 | UNPARSABLE | '1e9' is no price",
                "2025-10-27,100,101,99,1234567890123,1 | UNPARSABLE | '1234567890123' is no price",
                "2025-10-27,100,101,99,100,1.5 | UNPARSABLE | '1.5' is no whole number of shares",
                "2025-10-27,100,101,99,100, | UNPARSABLE | '' is no whole number of shares",
                "2025-10-27,100,101,99,100 | UNPARSABLE | 5 fields instead of 6",
                "2025-02-30,100,101,99,100,1 | UNPARSABLE | '2025-02-30' is no day",
                "2025-10-27 16:00:00,100,101,99,100,1 | UNPARSABLE | '2025-10-27 16:00:00' is no day"
            })
    void aBadRowIsRefusedWithItsReasonAndTheOthersGoOn(
            String row, QuarantineReason reason, String detail) {
        DailySeries series = rows(HEADER + NEW + row + "\n" + OLD);

        assertThat(series.bars()).hasSize(2);
        assertThat(series.refused()).containsExactly(new RefusedRow(reason, detail, row));
    }

    @Test
    void aWholeNumberOfSharesMayHaveADecimalPoint() {
        assertThat(
                        rows(HEADER + "2025-10-27,100,101,99,100,15000.0\n")
                                .bars()
                                .firstEntry()
                                .getValue()
                                .volume())
                .isEqualTo(15_000);
    }

    @Test
    void aPriceThatWentThroughABinaryNumberIsRoundedToTheLakesSixDecimalsAndCounted() {
        DailySeries series =
                rows(
                        HEADER
                                + "2020-03-02,373.11,381.36,364.50199999999995,381.0000000000001,6997891\n"
                                + NEW);

        assertThat(series.bars().firstEntry().getValue().low())
                .isEqualTo(new BigDecimal("364.502"));
        assertThat(series.bars().firstEntry().getValue().close()).isEqualTo(new BigDecimal("381"));
        assertThat(series.rounded()).isEqualTo(1);
    }

    @Test
    void oddButPossibleBarsAreKept() {
        DailySeries series = rows(HEADER + "2025-10-26,5,5,5,5,0\n" + NEW);

        assertThat(series.bars()).hasSize(2);
        assertThat(series.refused()).isEmpty();
    }

    @Test
    void rowsThatSayTheSameAreOneBar() {
        DailySeries series = rows(HEADER + NEW + NEW + NEW.replace("269.7000", "269.70"));

        assertThat(series.bars()).hasSize(1);
        assertThat(series.repeated()).isEqualTo(2);
    }

    @Test
    void ofRowsThatContradictEachOtherTheFirstStandsAndTheOthersAreRefused() {
        String second = NEW.replace("51086742", "51086743");

        DailySeries series = rows(HEADER + NEW + second + NEW + OLD);

        assertThat(series.bars())
                .containsOnlyKeys(LocalDate.parse("2025-10-28"), LocalDate.parse("2025-10-29"));
        assertThat(series.bars().lastEntry().getValue().volume()).isEqualTo(51_086_742);
        assertThat(series.refused())
                .containsExactly(
                        new RefusedRow(
                                QuarantineReason.CONFLICTING_DUPLICATE,
                                "an earlier row has other figures for 2025-10-29",
                                second.strip()));
        assertThat(series.repeated()).isEqualTo(1);
    }

    @Test
    void aGoodRowStandsBehindAnImpossibleOneOfItsDay() {
        DailySeries series = rows(HEADER + "2025-10-29,100,99,101,100,1\n" + NEW);

        assertThat(series.bars().firstEntry().getValue().volume()).isEqualTo(51_086_742);
        assertThat(series.refused())
                .extracting(RefusedRow::reason)
                .containsExactly(QuarantineReason.IMPOSSIBLE);
    }

    @Test
    void anImpossibleRowDoesNotContradictAGoodOne() {
        DailySeries series = rows(HEADER + NEW + "2025-10-29,100,99,101,100,1\n");

        assertThat(series.bars()).hasSize(1);
        assertThat(series.refused())
                .extracting(RefusedRow::reason)
                .containsExactly(QuarantineReason.IMPOSSIBLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-10-28,268.9850,269.8900,268.1500,269.0000,415",
                "2025-10-28,26",
                "2025-10-28,268.9850,269.8900,268.1500,269.0000,41534759"
            })
    void aLastLineWithoutItsEndCondemnsTheWholeBody(String lastLine) {
        assertThat(unusable(HEADER + NEW + lastLine))
                .isEqualTo(
                        new ProviderFailure.Malformed(
                                "the last line has no end: the body was cut"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient\n1\n",
                "Date,Open,High,Low,Close,Volume\n1\n",
                " timestamp,open,high,low,close,volume\n1\n",
                "timestamp,open,high,low\n",
                "timestamp,op"
            })
    void anyOtherFirstLineCondemnsTheWholeBody(String body) {
        assertThat(unusable(body)).isInstanceOf(ProviderFailure.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "timestamp,open,high,low,close,volume",
                "timestamp,open,high,low,close,volume\r\n"
            })
    void aBodyWithoutRowsIsEmpty(String body) {
        assertThat(unusable(body)).isInstanceOf(ProviderFailure.Empty.class);
    }

    private static DailySeries rows(String body) {
        return ((DailyCsv.Reading.Rows) read(body)).series();
    }

    private static ProviderFailure unusable(String body) {
        return ((DailyCsv.Reading.Unusable) read(body)).failure();
    }

    private static DailyCsv.Reading read(String body) {
        return DailyCsv.read(body.getBytes(StandardCharsets.UTF_8), Symbol.of("AAPL"));
    }
}
