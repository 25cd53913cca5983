package dev.bellwether.cli.predict;

import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The same daily bars as each provider would write them.
final class Forms {
    private static final LocalTime OPEN = LocalTime.of(9, 30);

    private Forms() {}

    /// Prices to the cent.
    record Bar(
            LocalDate day,
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            long volume) {}

    /// A random walk of one percent a session.
    static List<Bar> walk(LocalDate first, int rows) {
        List<Bar> bars = new ArrayList<>();
        Random random = new Random(7);
        double close = 100;
        LocalDate day = first;
        for (int i = 0; i < rows; i++) {
            close *= Math.exp(random.nextGaussian() * 0.01);
            bars.add(
                    new Bar(
                            day,
                            cents(close),
                            cents(close * 1.01),
                            cents(close * 0.99),
                            cents(close),
                            1_000 + random.nextInt(100)));
            day = TradingCalendar.nyse().plusSessions(day, 1);
        }
        return bars;
    }

    /// The bars as traded when each share becomes several on a day.
    static List<Bar> split(List<Bar> bars, int at, int shares) {
        List<Bar> split = new ArrayList<>(bars.subList(0, at));
        for (Bar bar : bars.subList(at, bars.size())) {
            split.add(
                    new Bar(
                            bar.day(),
                            over(bar.open(), shares),
                            over(bar.high(), shares),
                            over(bar.low(), shares),
                            over(bar.close(), shares),
                            bar.volume() * shares));
        }
        return split;
    }

    static String alphaVantageCsv(List<Bar> bars) {
        return lines(
                "timestamp,open,high,low,close,volume",
                bars,
                bar -> "%s,%s".formatted(prices(bar), bar.volume()));
    }

    static String alphaVantageAdjustedCsv(List<Bar> bars, int splitAt, int shares) {
        LocalDate day = bars.get(splitAt).day();
        return lines(
                "timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient",
                bars,
                bar ->
                        "%s,%s,%d,0.0000,%s"
                                .formatted(
                                        prices(bar),
                                        bar.close(),
                                        bar.volume(),
                                        bar.day().equals(day) ? shares + ".0" : "1.0"));
    }

    static String yahooCsv(List<Bar> bars) {
        return lines(
                "Date,Open,High,Low,Close,Adj Close,Volume",
                bars,
                bar -> "%s,%s,%d".formatted(prices(bar), bar.close(), bar.volume()));
    }

    static String yahooChart(String symbol, List<Bar> bars) {
        String quote =
                "{\"open\":[%s],\"high\":[%s],\"low\":[%s],\"close\":[%s],\"volume\":[%s]}"
                        .formatted(
                                joined(bars, Bar::open),
                                joined(bars, Bar::high),
                                joined(bars, Bar::low),
                                joined(bars, Bar::close),
                                joined(bars, Bar::volume));
        return """
        {"chart":{"result":[{"meta":{"currency":"USD","symbol":"%s","exchangeName":"NYQ","instrumentType":"EQUITY",\
        "gmtoffset":-14400,"timezone":"EDT","exchangeTimezoneName":"America/New_York","dataGranularity":"1d","range":""},\
        "timestamp":[%s],"indicators":{"quote":[%s],"adjclose":[{"adjclose":[%s]}]}}],"error":null}}
        """
                .formatted(
                        symbol,
                        joined(
                                bars,
                                bar ->
                                        bar.day()
                                                .atTime(OPEN)
                                                .atZone(TradingCalendar.ZONE)
                                                .toEpochSecond()),
                        quote,
                        joined(bars, Bar::close));
    }

    static String alpaca(String symbol, List<Bar> bars) {
        return "{\"bars\":{\"%s\":[%s]},\"next_page_token\":null}"
                .formatted(
                        symbol,
                        joined(
                                bars,
                                bar ->
                                        "{\"t\":\"%s\",\"o\":%s,\"h\":%s,\"l\":%s,\"c\":%s,\"v\":%d,\"n\":10,\"vw\":%s}"
                                                .formatted(
                                                        bar.day()
                                                                .atStartOfDay(TradingCalendar.ZONE)
                                                                .toInstant(),
                                                        bar.open(),
                                                        bar.high(),
                                                        bar.low(),
                                                        bar.close(),
                                                        bar.volume(),
                                                        bar.close())));
    }

    private static String lines(String header, List<Bar> bars, Function<Bar, String> row) {
        return bars.stream().map(row).collect(Collectors.joining("\n", header + "\n", "\n"));
    }

    private static String prices(Bar bar) {
        return "%s,%s,%s,%s,%s"
                .formatted(bar.day(), bar.open(), bar.high(), bar.low(), bar.close());
    }

    private static String joined(List<Bar> bars, Function<Bar, Object> cell) {
        return bars.stream().map(cell).map(String::valueOf).collect(Collectors.joining(","));
    }

    private static BigDecimal over(BigDecimal price, int shares) {
        return price.divide(BigDecimal.valueOf(shares), 4, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal cents(double price) {
        return BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_EVEN);
    }
}
