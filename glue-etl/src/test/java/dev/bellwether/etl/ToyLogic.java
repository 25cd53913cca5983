package dev.bellwether.etl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.Interval;
import dev.bellwether.lake.Knowledge;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

final class ToyLogic implements RawLogic {
    @Override
    public RawFinding read(String key, byte[] description, RawBody body) {
        try {
            JsonNode json = new ObjectMapper().readTree(description);
            Symbol symbol = Symbol.of(json.get("symbol").asText());
            Instant at = Instant.parse(json.get("fetched_at").asText());
            List<BarObservation> bars = new ArrayList<>();
            String[] lines =
                    new String(body.read(), StandardCharsets.UTF_8).split("\r?\n");
            for (int i = 1; i < lines.length; i++) {
                String[] f = lines[i].split(",");
                LocalDate day = LocalDate.parse(f[0]);
                bars.add(
                        new BarObservation(
                                new SourceBar(
                                        symbol,
                                        Interval.ONE_DAY,
                                        day.atTime(9, 30).atZone(ZoneId.of("America/New_York")).toInstant(),
                                        day,
                                        new BigDecimal(f[1]),
                                        new BigDecimal(f[2]),
                                        new BigDecimal(f[3]),
                                        new BigDecimal(f[4]),
                                        Long.parseLong(f[5]),
                                        Provider.ALPHA_VANTAGE,
                                        "daily",
                                        Basis.RAW),
                                Knowledge.fetched(at),
                                key));
            }
            return new RawFinding(symbol, LocalDate.of(2026, 11, 20), bars, List.of(), List.of(), List.of(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
