package dev.bellwether.lake.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.lake.CorporateAction.CashDividend;
import dev.bellwether.lake.CorporateAction.SharesSplit;
import dev.bellwether.lake.Rejection;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.market.Basis;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.Symbol;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderFileTest {
    private static final String HEADER = "timestamp,open,high,low,close,volume\n";
    private static final String GOOD = "2024-01-03,10,11,9,10.5,100\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-02,10,9,11,10,100|IMPOSSIBLE",
                "2024-01-02,12,11,9,10,100|IMPOSSIBLE",
                "2024-01-02,10,11,9,12,100|IMPOSSIBLE",
                "2024-01-02,10,11,-9,10,100|IMPOSSIBLE",
                "2024-01-02,0,11,0,10,100|IMPOSSIBLE",
                "2024-01-02,10,11,9,10,-1|IMPOSSIBLE",
                "2024-01-02,10,inf,9,10,100|IMPOSSIBLE",
                "2024-01-02,10,11,-inf,10,100|IMPOSSIBLE",
                "2024-01-02,10,11,9,null,100|UNPARSABLE",
                "2024-01-02,10,11,9,nan,100|UNPARSABLE",
                "2024-01-02,10,11,9,,100|UNPARSABLE",
                "2024-01-02,10,11,9,ten,100|UNPARSABLE",
                "2024-02-31,10,11,9,10,100|UNPARSABLE",
                "yesterday,10,11,9,10,100|UNPARSABLE",
                "2024-01-02,10,11|UNPARSABLE",
                "2024-01-03,10,11,9,10.6,100|CONFLICTING_DUPLICATE",
                "{\"Information\": \"rate limit is 25 requests per day\"}|PROVIDER_FAILURE"
            })
    void aRowThatNoMarketMakesIsRejectedAndTheRestIsKept(String row, QuarantineReason reason) {
        FileReading.Data data = data(HEADER + GOOD + row + "\n2024-01-04,10,11,9,10,100\n");

        assertThat(data.bars()).hasSize(2);
        assertThat(data.rejections()).extracting(Rejection::reason).containsExactly(reason);
        assertThat(data.rejections()).extracting(Rejection::line).containsExactly(3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp,open,high,low,close,volume\r\n2023-12-29,10,11,9,10.5,123\r\n",
                "\uFEFFtimestamp,open,high,low,close,volume\n2023/12/29,10,11,9,10.5,123.0\n",
                ",date,1. open,2. high,3. low,4. close,5. volume\n0,2023-12-29,10,11,9,10.5,123.0\n",
                ",1. open,2. high,3. low,4. close,5. volume\n2023-12-29,10,11,9,10.5,123\n",
                "Date,Open,High,Low,Close,Volume\n12/29/2023,10,11,9,10.5,123\n",
                "date,open,high,low,close,volume\n2023-12-29 00:00:00,10,11,9,10.5,123\n",
                "date,open,high,low,close,volume\n\"Dec 29, 2023\",10,11,9,10.5,123\n",
                "{\"Note\": \"calls per minute\"}\n" + HEADER + "2023-12-29,10,11,9,10.5,123\n"
            })
    void oddWaysToWriteARowAreRead(String text) {
        FileReading.Data data = data(text);

        assertThat(data.bars()).hasSize(1);
        SourceBar bar = data.bars().get(0);
        assertThat(bar.tradingDay()).isEqualTo(LocalDate.of(2023, 12, 29));
        assertThat(bar.start()).isEqualTo("2023-12-29T14:30:00Z");
        assertThat(bar.volume()).isEqualTo(123L);
        assertThat(bar.basis()).isEqualTo(Basis.RAW);
    }

    @Test
    void anEqualRowIsTakenOnce() {
        FileReading.Data data = data(HEADER + GOOD + "2024-01-03,10.0,11.00,9,10.50,100.0\n");

        assertThat(data.bars()).hasSize(1);
        assertThat(data.rejections()).isEmpty();
        assertThat(data.notes()).anyMatch(note -> note.contains("taken once"));
    }

    @Test
    void ofRowsOfADayThatDifferTheFirstStands() {
        FileReading.Data data =
                data(HEADER + GOOD + GOOD.replace("10.5", "10.6") + GOOD.replace("10.5", "10.7"));

        assertThat(data.bars()).hasSize(1);
        assertThat(data.bars().get(0).close()).isEqualByComparingTo("10.5");
        assertThat(data.rejections())
                .extracting(Rejection::detail)
                .containsOnly("row 2 has other figures for 2024-01-03")
                .hasSize(2);
    }

    @Test
    void improbableRowsAreKept() {
        assertThat(data(HEADER + GOOD + "2024-01-04,1000,1100,900,1050,1\n").bars()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp,open,high,low,close,volume\n2024-01-05,1,1,1,1,1\n2024-01-04,1,1,1,1,1\n2024-01-03,1,1,1,1,1\n",
                "{\"symbol\":\"IBM\",\"next_page_token\":null,\"bars\":[{\"t\":\"2024-01-03T05:00:00Z\",\"o\":1,\"h\":1,\"l\":1,\"c\":1,\"v\":1},{\"t\":\"2024-01-04T05:00:00Z\",\"o\":1,\"h\":1,\"l\":1,\"c\":1,\"v\":1},{\"t\":\"2024-01-05T05:00:00Z\",\"o\":1,\"h\":1,\"l\":1,\"c\":1,\"v\":1}]}",
                "{\"chart\":{\"result\":[{\"meta\":{\"symbol\":\"IBM\",\"dataGranularity\":\"1d\"},\"timestamp\":[1704292200,1704378600,1704465000],\"indicators\":{\"quote\":[{\"open\":[1,1,1],\"high\":[1,1,1],\"low\":[1,1,1],\"close\":[1,1,1],\"volume\":[1,1,1]}]}}]}}",
                "{\"high\":1,\"low\":1,\"ts\":\"2024-01-03 09:30:00-05:00\",\"name\":\"IBM\"}\n{\"high\":1,\"low\":1,\"ts\":\"2024-01-04 09:30:00-05:00\",\"name\":\"IBM\"}\n{\"high\":1,\"low\":1,\"ts\":\"2024-01-05 09:30:00-05:00\",\"name\":\"IBM\"}\n"
            })
    void aBarOfADayThatWasYetToComeIsRejected(String text) {
        FileHints hints =
                hints("daily_IBM.csv", null).takenAt(Instant.parse("2024-01-04T04:59:59Z"));

        FileReading.Data data = (FileReading.Data) read(text, hints);

        assertThat(data.bars())
                .extracting(bar -> bar.tradingDay().toString())
                .containsExactlyInAnyOrder("2024-01-03", "2024-01-04");
        assertThat(data.rejections())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.reason()).isEqualTo(QuarantineReason.IMPOSSIBLE);
                    assertThat(row.detail())
                            .isEqualTo("2024-01-05 lies after the day on which the file was taken");
                });
    }

    @Test
    void anErrorBodyOverSeveralLinesCostsNoRow() {
        FileReading.Data data =
                data(
                        HEADER
                                + GOOD
                                + "{\n    \"Information\": \"We have detected your API key as ABCD1234EFGH5678 and our standard API rate limit is 25 requests per day.\"\n}\n2024-01-04,10,11,9,10,100\n");

        assertThat(data.bars()).hasSize(2);
        assertThat(data.rejections()).hasSize(1);
        assertThat(data.rejections().get(0).record()).doesNotContain("ABCD1234EFGH5678");
    }

    @Test
    void theAdjustedTableGivesRawBarsAndActions() {
        FileReading.Data data =
                data(
                        "timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient\n"
                                + "2015-07-15,95,100,94,98,98,5,0.0,7.00000700001\n"
                                + "2015-07-14,690,710,680,702,100.3,5,0.25,1.0\n"
                                + "2015-07-13,690,710,680,702,100.3,5,0.0,0.0\n");

        assertThat(data.form()).isEqualTo("alphavantage-daily-adjusted-csv");
        assertThat(data.bars()).hasSize(3);
        assertThat(data.actions()).hasSize(2);
        SharesSplit split = (SharesSplit) data.actions().get(0);
        assertThat(split.newShares()).isEqualTo(7);
        assertThat(split.oldShares()).isEqualTo(1);
        assertThat(split.coefficient()).isEqualByComparingTo("7.00000700001");
        assertThat(((CashDividend) data.actions().get(1)).amount()).isEqualByComparingTo("0.25");
        assertThat(data.rejections()).extracting(Rejection::line).containsExactly(4L);
    }

    @Test
    void dividendAndSplitRowsInsideYahoosTableAreActions() {
        FileReading.Data data =
                data(
                        "Date,Open,High,Low,Close,Adj Close,Volume\n"
                                + "2020-08-31,10,11,9,10,10,100\n2020-08-31,4:1 Stock Splits,,,,,\n2020-08-07,0.205 Dividend,,,,,\n");

        assertThat(data.bars()).extracting(SourceBar::basis).containsExactly(Basis.SPLIT);
        assertThat(data.actions()).hasSize(2);
        assertThat(data.rejections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2018-04-20 16:00:00, 2018-04-20T19:59:00Z",
        "2022-04-20 16:00:00, 2022-04-20T19:59:00Z",
        "2022-04-20 20:00:00, 2022-04-20T23:59:00Z",
        "2018-04-20 12:01:00, 2018-04-20T16:00:00Z",
        "2023-06-01 12:01:00, 2023-06-01T16:01:00Z",
        "2022-04-20 09:30:00, 2022-04-20T13:30:00Z",
        "2022-04-20 04:00:00, 2022-04-20T08:00:00Z",
        "2023-12-20 12:01:00, 2023-12-20T17:01:00Z"
    })
    void labelsAreReadByProofElseByDate(String label, Instant start) {
        FileReading.Data data =
                (FileReading.Data)
                        read(
                                HEADER + label + ",10,11,9,10,100\n",
                                hints("intraday_1min_IBM.csv", null));

        assertThat(data.bars()).extracting(SourceBar::start).containsExactly(start);
    }

    @Test
    void betweenTheConventionsTheUserIsAsked() {
        String text = HEADER + "2022-04-20 12:01:00,10,11,9,10,100\n";

        assertThat(read(text, hints("intraday_1min_IBM.csv", null)))
                .isInstanceOf(FileReading.LabelsUnknown.class);
        FileReading.Data data =
                (FileReading.Data) read(text, hints("intraday_1min_IBM.csv", LabelConvention.END));
        assertThat(data.bars())
                .extracting(SourceBar::start)
                .containsExactly(Instant.parse("2022-04-20T16:00:00Z"));
    }

    @Test
    void aTimeThatTheClocksSkipIsRejected() {
        FileReading.Data data =
                (FileReading.Data)
                        read(
                                HEADER
                                        + "2024-03-10 02:30:00,10,11,9,10,100\n2024-03-11 09:30:00,10,11,9,10,100\n",
                                hints("intraday_1min_IBM.csv", null));

        assertThat(data.bars()).hasSize(1);
        assertThat(data.rejections())
                .extracting(Rejection::reason)
                .containsExactly(QuarantineReason.IMPOSSIBLE);
    }

    @Test
    void raggedArraysAndALiveLastPointOfYahooCostTheirPointsOnly() {
        FileReading.Data data =
                data(
                        "{\"chart\":{\"result\":[{\"meta\":{\"symbol\":\"AAPL\",\"exchangeTimezoneName\":\"America/New_York\",\"dataGranularity\":\"1m\"},"
                                + "\"timestamp\":[1610375400,1610375460,1610375520,1610375533],\"indicators\":{\"quote\":[{\"open\":[10,null,10,10],\"high\":[11,11,11,11],"
                                + "\"low\":[9,9,9,9],\"close\":[10,10,10,10],\"volume\":[5,5]}]}}],\"error\":null}}");

        assertThat(data.bars()).hasSize(1);
        assertThat(data.rejections()).extracting(Rejection::line).containsExactly(2L, 3L, 4L);
    }

    @Test
    void aCutFileKeepsWhatIsWhole() {
        FileReading.Data data =
                data(
                        "{\"Meta Data\":{\"2. Symbol\":\"IBM\"},\"Time Series (Daily)\":{"
                                + "\"2024-01-03\":{\"1. open\":\"10\",\"2. high\":\"11\",\"3. low\":\"9\",\"4. close\":\"10\",\"5. volume\":\"7\"},"
                                + "\"2024-01-02\":{\"1. open\":\"10\",\"2. hi");

        assertThat(data.bars()).hasSize(1);
        assertThat(data.rejections())
                .extracting(Rejection::reason)
                .contains(QuarantineReason.UNUSABLE_BODY);
    }

    @Test
    void splitsAndDividendsAreRead() {
        FileReading.Data splits =
                data(
                        "{\"symbol\":\"IBM\",\"data\":[{\"effective_date\":\"1999-05-27\",\"split_factor\":\"2.0000\"},{\"effective_date\":\"2001-01-02\",\"split_factor\":\"0.0667\"}]}");
        FileReading.Data dividends =
                data(
                        "ex_dividend_date,declaration_date,record_date,payment_date,amount\n2024-02-08,2024-01-30,2024-02-09,2024-03-09,1.66\n1962-02-06,None,None,None,0.1\n");

        assertThat(splits.actions())
                .extracting(action ->
                        ((SharesSplit) action).newShares()
                                + ":"
                                + ((SharesSplit) action).oldShares())
                .containsExactly("2:1", "1:15");
        assertThat(dividends.actions()).hasSize(2);
        assertThat(dividends.actions().get(0).announcedDay()).isEqualTo("2024-01-30");
        assertThat(dividends.actions().get(1).announcedDay()).isNull();
    }

    @Test
    void linesOfADeliveryStreamHaveARangeOnly() {
        FileReading.Data data =
                data(
                        "{\"high\": 335.17999267578125,\"low\": 332.41,\"ts\": \"2021-11-30 09:30:00-05:00\",\"name\": \"FB\"}\n{\"high\": 1,\"lo\n");

        assertThat(data.bars()).hasSize(1);
        assertThat(data.bars().get(0).start()).isEqualTo("2021-11-30T14:30:00Z");
        assertThat(data.bars().get(0).high()).isEqualByComparingTo("335.179993");
        assertThat(data.bars().get(0).open()).isNull();
        assertThat(data.rejections()).hasSize(1);
    }

    @Test
    void aFailureBetweenTheLinesOfADeliveryStreamIsNamedAsOne() {
        String row =
                "{\"high\": 335.2,\"low\": 332.4,\"ts\": \"2021-11-30 09:30:00-05:00\",\"name\": \"FB\"}";

        FileReading.Data data =
                data(row + "\n{\"message\": \"Too many requests\"}\n{\"high\": 335.2}\n");

        assertThat(data.bars()).hasSize(1);
        assertThat(data.rejections())
                .extracting(Rejection::reason)
                .containsExactly(QuarantineReason.PROVIDER_FAILURE, QuarantineReason.UNPARSABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"message\":\"something new\"}",
                "{\"error\":{\"code\":5}}",
                "<html><title>Will be right back</title></html>",
                "Unable to process request at this time -- error 999",
                "{\"Information\":\"a wording of next year\"}"
            })
    void failuresOfKnownAndUnknownFormAreNoData(String text) {
        assertThat(read(text, hints("x.json", null)))
                .isInstanceOf(FileReading.ProviderFailure.class);
    }

    private static FileReading.Data data(String text) {
        FileReading reading = read(text, hints("daily_IBM.csv", null));
        assertThat(reading).isInstanceOf(FileReading.Data.class);
        return (FileReading.Data) reading;
    }

    private static FileReading read(String text, FileHints hints) {
        return ProviderFile.read(text.getBytes(StandardCharsets.UTF_8), hints);
    }

    private static FileHints hints(String name, @Nullable LabelConvention labels) {
        return new FileHints(
                name,
                Optional.of(Symbol.of("IBM")).filter(it -> List.of("daily_IBM.csv").contains(name)),
                Optional.ofNullable(labels));
    }
}
