package dev.bellwether.simulator;

import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Yahoo's chart v8 answer about daily bars.
///
/// @param now the moment the answer is about
/// @param soFar the newest session's figures at that moment
/// @param session that session
/// @param chartPreviousClose close before the first bar of the answer, if there is one
/// @param previousClose close before the newest session, if there is one
record ChartJson(
        Symbol symbol,
        Instant now,
        SessionSoFar soFar,
        Session session,
        Optional<BigDecimal> chartPreviousClose,
        Optional<BigDecimal> previousClose) {
    private static final String RANGES =
            "[\"1d\",\"5d\",\"1mo\",\"3mo\",\"6mo\",\"1y\",\"2y\",\"5y\",\"10y\",\"ytd\",\"max\"]";
    private static final DateTimeFormatter ZONE_NAME =
            DateTimeFormatter.ofPattern("zzz", Locale.US);

    String write(List<ChartBar> bars, boolean ragged) {
        StringBuilder json =
                new StringBuilder(1500).append("{\"chart\":{\"result\":[{\"meta\":").append(meta());
        if (bars.isEmpty()) {
            json.append(",\"indicators\":{\"quote\":[{}]}");
        } else {
            json.append(",\"timestamp\":").append(array(bars, bar -> seconds(bar.at())));
            json.append(",\"indicators\":{\"quote\":[")
                    .append(quote(bars, ragged))
                    .append("],\"adjclose\":[{\"adjclose\":");
            json.append(array(bars, bar -> Json.number(bar.close()))).append("}]}");
        }
        return json.append("}],\"error\":null}}").toString();
    }

    private static String quote(List<ChartBar> bars, boolean ragged) {
        Map<String, String> arrays = new LinkedHashMap<>();
        arrays.put("open", array(bars, bar -> Json.number(bar.open())));
        arrays.put("low", array(bars, bar -> Json.number(bar.low())));
        arrays.put("close", array(bars, bar -> Json.number(bar.close())));
        arrays.put("volume", array(bars, bar -> String.valueOf(bar.volume())));
        arrays.put(
                "high",
                array(
                        ragged ? bars.subList(0, bars.size() - 1) : bars,
                        bar -> Json.number(bar.high())));
        return Json.object(arrays);
    }

    private String meta() {
        ZonedDateTime there = now.atZone(TradingCalendar.ZONE);
        String offset = String.valueOf(there.getOffset().getTotalSeconds());
        String zone = Json.string(ZONE_NAME.format(there));
        Map<String, String> meta = new LinkedHashMap<>();
        meta.put("currency", Json.string("USD"));
        meta.put("symbol", Json.string(symbol.value()));
        meta.put("exchangeName", Json.string("NMS"));
        meta.put("fullExchangeName", Json.string("NasdaqGS"));
        meta.put("instrumentType", Json.string("EQUITY"));
        meta.put("regularMarketTime", seconds(soFar.at()));
        meta.put("hasPrePostMarketData", "true");
        meta.put("gmtoffset", offset);
        meta.put("timezone", zone);
        meta.put("exchangeTimezoneName", Json.string(TradingCalendar.ZONE.getId()));
        meta.put("regularMarketPrice", Json.number(soFar.price()));
        meta.put("regularMarketDayHigh", Json.number(soFar.high()));
        meta.put("regularMarketDayLow", Json.number(soFar.low()));
        meta.put("regularMarketVolume", String.valueOf(soFar.volume()));
        chartPreviousClose.ifPresent(close -> meta.put("chartPreviousClose", Json.number(close)));
        previousClose.ifPresent(close -> meta.put("previousClose", Json.number(close)));
        meta.put("priceHint", "2");
        meta.put(
                "currentTradingPeriod",
                "{\"regular\":{\"timezone\":%s,\"start\":%s,\"end\":%s,\"gmtoffset\":%s}}"
                        .formatted(
                                zone, seconds(session.open()), seconds(session.close()), offset));
        meta.put("dataGranularity", Json.string("1d"));
        meta.put("range", Json.string(""));
        meta.put("validRanges", RANGES);
        return Json.object(meta);
    }

    private static String seconds(Instant at) {
        return String.valueOf(at.getEpochSecond());
    }

    private static String array(List<ChartBar> bars, Function<ChartBar, String> value) {
        return Json.array(bars.stream().map(value).toList());
    }
}
