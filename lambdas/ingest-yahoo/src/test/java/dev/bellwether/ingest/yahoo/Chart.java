package dev.bellwether.ingest.yahoo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A chart as Yahoo sent one for AAPL during the session of 2021-01-11, asked for daily bars; a
/// test changes parts of it.
final class Chart {
    /// 2021-01-11T14:30:00Z, the session's open.
    static final String OPEN = "1610375400";

    private final Map<String, String> meta = new LinkedHashMap<>();
    private final Map<String, String> arrays = new LinkedHashMap<>();
    private String times = "[1610389813]";

    Chart() {
        meta.put("currency", "\"USD\"");
        meta.put("symbol", "\"AAPL\"");
        meta.put("regularMarketTime", "1610389813");
        meta.put("exchangeTimezoneName", "\"America/New_York\"");
        meta.put("regularMarketPrice", "129.55");
        meta.put("regularMarketDayHigh", "130.17");
        meta.put("regularMarketDayLow", "128.5");
        meta.put("regularMarketVolume", "60742188");
        meta.put("chartPreviousClose", "132.05");
        meta.put("dataGranularity", "\"1d\"");
        meta.put("fulldayPrice", "129.55");
        arrays.put("open", "[129.19000244140625]");
        arrays.put("high", "[130.1699981689453]");
        arrays.put("low", "[128.5]");
        arrays.put("close", "[129.5500030517578]");
        arrays.put("volume", "[60742188]");
    }

    Chart meta(String name, String json) {
        meta.put(name, json);
        return this;
    }

    Chart withoutMeta(String... names) {
        for (String name : names) {
            meta.remove(name);
        }
        return this;
    }

    Chart times(String json) {
        times = json;
        return this;
    }

    Chart array(String name, String json) {
        arrays.put(name, json);
        return this;
    }

    /// The answer; without arrays if there are no times, as on a Saturday.
    String json() {
        return times.isEmpty()
                ? "{\"chart\":{\"result\":[{\"meta\":%s,\"indicators\":{\"quote\":[{}]}}],\"error\":null}}"
                        .formatted(object(meta))
                : "{\"chart\":{\"result\":[{\"meta\":%s,\"timestamp\":%s,\"indicators\":{\"quote\":[%s]}}],\"error\":null}}"
                        .formatted(object(meta), times, object(arrays));
    }

    private static String object(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"%s\":%s".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
