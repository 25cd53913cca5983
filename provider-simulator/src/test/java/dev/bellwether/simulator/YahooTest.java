package dev.bellwether.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class YahooTest {
    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 30);
    private static final Market MARKET = SyntheticMarket.of(List.of(AAPL));
    private static final Session SESSION = TradingCalendar.nyse().findSession(DAY).orElseThrow();
    private static final OhlcvBar BAR = MARKET.bars(AAPL).get(DAY);
    private static final OhlcvBar BEFORE = MARKET.bars(AAPL).lowerEntry(DAY).getValue();

    private final SimulatorClient client =
            new SimulatorClient(ProviderSimulator.start(MARKET, SimulatorSettings.premium()));

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void atTheOpenTheBarIsOnePrice() {
        String body = client.chart("AAPL", SESSION.open(), SESSION.open()).body();

        assertThat(number(body, "regularMarketTime"))
                .isEqualTo(String.valueOf(SESSION.open().getEpochSecond()));
        assertThat(price(body, "regularMarketPrice")).isEqualByComparingTo(BAR.open());
        assertThat(price(body, "regularMarketDayHigh")).isEqualByComparingTo(BAR.open());
        assertThat(price(body, "previousClose")).isEqualByComparingTo(BEFORE.close());
        assertThat(price(body, "chartPreviousClose")).isEqualByComparingTo(BEFORE.close());
    }

    @Test
    void aRunningSessionIsStampedWithItsLastTrade() {
        Instant now = SESSION.open().plus(Duration.ofMinutes(100)).plusSeconds(44);

        String body = client.chart("AAPL", SESSION.open(), now).body();

        long lastPoint = now.minusSeconds(14).getEpochSecond();
        assertThat(body).contains("\"timestamp\":[" + lastPoint + "]");
        assertThat(number(body, "regularMarketTime")).isEqualTo(String.valueOf(lastPoint));
        assertThat(number(body, "close")).isEqualTo(number(body, "regularMarketPrice"));
        assertThat(number(body, "high")).isEqualTo(number(body, "regularMarketDayHigh"));
        assertThat(number(body, "volume")).isEqualTo(number(body, "regularMarketVolume"));
        assertThat(new BigDecimal(number(body, "open"))).isEqualByComparingTo(BAR.open());
        assertThat(body)
                .contains("\"currency\":\"USD\"")
                .contains("\"exchangeTimezoneName\":\"America/New_York\"")
                .contains("\"gmtoffset\":-14400")
                .contains("\"timezone\":\"EDT\"")
                .endsWith("\"error\":null}}");
    }

    @Test
    void fromTheCloseOnTheBarIsTheDaysOwn() {
        String body = client.chart("AAPL", SESSION.open(), SESSION.close()).body();

        assertThat(body).contains("\"timestamp\":[" + SESSION.open().getEpochSecond() + "]");
        assertThat(price(body, "open")).isEqualByComparingTo(BAR.open());
        assertThat(price(body, "high")).isEqualByComparingTo(BAR.high());
        assertThat(price(body, "low")).isEqualByComparingTo(BAR.low());
        assertThat(price(body, "close")).isEqualByComparingTo(BAR.close());
        assertThat(number(body, "volume")).isEqualTo(String.valueOf(BAR.volume()));
    }

    @Test
    void theSameRequestHasTheSameAnswerWheneverItComes() {
        Instant now = SESSION.open().plusSeconds(3_600);
        String first = client.chart("AAPL", SESSION.open(), now).body();
        client.chart("AAPL", SESSION.open(), SESSION.close());
        client.chart(
                "AAPL", SESSION.open().minus(Duration.ofDays(9)), now.minus(Duration.ofDays(8)));

        assertThat(client.chart("AAPL", SESSION.open(), now).body()).isEqualTo(first);
    }

    @Test
    void nothingLaterThanTheRequestsTimeIsTold() {
        Instant beforeOpen = SESSION.open().minusSeconds(1);

        String body = client.chart("AAPL", beforeOpen, beforeOpen).body();

        assertThat(body)
                .contains("\"indicators\":{\"quote\":[{}]}")
                .doesNotContain("\"timestamp\"");
        assertThat(price(body, "regularMarketPrice")).isEqualByComparingTo(BEFORE.close());
    }

    @Test
    void aDayWithoutBarHasMetaOfTheLastOneOnly() {
        Instant monday = Instant.parse("2026-11-02T15:00:00Z");

        HttpResponse<String> answer = client.chart("AAPL", monday.minusSeconds(1_800), monday);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"quote\":[{}]").doesNotContain("\"timestamp\"");
        assertThat(price(answer.body(), "regularMarketPrice")).isEqualByComparingTo(BAR.close());
        assertThat(number(answer.body(), "regularMarketTime"))
                .isEqualTo(String.valueOf(SESSION.close().getEpochSecond()));
        assertThat(answer.body()).contains("\"gmtoffset\":-18000").contains("\"timezone\":\"EST\"");
    }

    @Test
    void aLongerWindowHasABarForEachSession() {
        Instant from = Instant.parse("2026-10-26T04:00:00Z");

        String body = client.chart("AAPL", from, SESSION.close()).body();

        Matcher timestamps = Pattern.compile("\"timestamp\":\\[([0-9,]+)]").matcher(body);
        assertThat(timestamps.find()).isTrue();
        assertThat(timestamps.group(1).split(",")).hasSize(5);
    }

    @Test
    void anUnknownSymbolIsNotFound() {
        HttpResponse<String> answer = client.chart("NOSUCH", SESSION.open(), SESSION.close());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\",\"description\":\"No data found, symbol may be"
                                + " delisted\"}}}");
    }

    @Test
    void aTimeBeforeTheFirstBarAndAnotherIntervalAreRefused() {
        Instant early = Instant.parse("1995-01-03T15:00:00Z");

        assertThat(client.chart("AAPL", early, early).statusCode()).isEqualTo(400);
        assertThat(client.send(base() + "?interval=1m&period1=1&period2=2").statusCode())
                .isEqualTo(422);
        assertThat(client.send(base() + "?interval=1d&range=1d").statusCode()).isEqualTo(400);
    }

    private String base() {
        return client.chart("AAPL", SESSION.open(), SESSION.open())
                .uri()
                .toString()
                .replaceFirst("\\?.*", "");
    }

    private static BigDecimal price(String body, String field) {
        String number = number(body, field);
        assertThat(number).matches("\\d+(\\.\\d{1,4})?");
        return new BigDecimal(number);
    }

    private static String number(String body, String field) {
        Matcher matcher = Pattern.compile("\"" + field + "\":\\[?([0-9.]+)").matcher(body);
        assertThat(matcher.find()).as(field).isTrue();
        return matcher.group(1);
    }
}
