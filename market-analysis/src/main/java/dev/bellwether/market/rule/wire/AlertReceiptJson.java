package dev.bellwether.market.rule.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.market.Basis;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.rule.AlertReceipt;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.RuleKind;
import dev.bellwether.market.rule.RuleState;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A receipt as one JSON object. Numbers are texts in it, so that they come back exactly.
public final class AlertReceiptJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AlertReceiptJson() {}

    /// The receipt's JSON text.
    public static String write(AlertReceipt receipt) {
        RuleDefinition rule = receipt.rule();
        ObjectNode json = JSON.createObjectNode();
        json.putObject("rule")
                .put("id", rule.id())
                .put("version", rule.version())
                .put("kind", rule.kind().text())
                .put("feed", rule.feed())
                .put("basis", rule.basis().id())
                .put("timeframe", rule.timeframe().id())
                .put("band", rule.band().toPlainString())
                .put("cool_down_bars", rule.coolDownBars())
                .put("longest_gap", rule.longestGap());
        json.put("symbol", receipt.symbol().value());
        json.put("state_before", receipt.before().text());
        json.put("state_after", receipt.after().text());
        ArrayNode bars = json.putArray("bars");
        for (ClosedBar bar : receipt.bars()) {
            bars.addObject()
                    .put("start", bar.start().toString())
                    .put("trading_day", bar.tradingDay().toString())
                    .put("open", bar.open().toPlainString())
                    .put("high", bar.high().toPlainString())
                    .put("low", bar.low().toPlainString())
                    .put("close", bar.close().toPlainString())
                    .put("volume", bar.volume())
                    .put("version", bar.version());
        }
        return json.toString();
    }

    /// The receipt of that text.
    ///
    /// @throws IllegalArgumentException if it is none
    public static AlertReceipt read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new AlertReceipt(
                    rule(json.path("rule")),
                    Symbol.of(json.path("symbol").asText()),
                    RuleState.parse(json.path("state_before").asText()),
                    RuleState.parse(json.path("state_after").asText()),
                    bars(json.path("bars")));
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("This is no receipt: " + e.getMessage(), e);
        }
    }

    private static RuleDefinition rule(JsonNode rule) {
        return new RuleDefinition(
                rule.path("id").asText(),
                rule.path("version").asInt(),
                RuleKind.parse(rule.path("kind").asText()),
                rule.path("feed").asText(),
                Basis.of(rule.path("basis").asText()),
                Timeframe.of(rule.path("timeframe").asText()),
                new BigDecimal(rule.path("band").asText()),
                rule.path("cool_down_bars").asInt(),
                rule.path("longest_gap").asInt());
    }

    private static List<ClosedBar> bars(JsonNode bars) {
        List<ClosedBar> read = new ArrayList<>();
        for (JsonNode bar : bars) {
            read.add(
                    new ClosedBar(
                            Instant.parse(bar.path("start").asText()),
                            LocalDate.parse(bar.path("trading_day").asText()),
                            new BigDecimal(bar.path("open").asText()),
                            new BigDecimal(bar.path("high").asText()),
                            new BigDecimal(bar.path("low").asText()),
                            new BigDecimal(bar.path("close").asText()),
                            bar.path("volume").asLong(),
                            bar.path("version").asInt()));
        }
        return read;
    }
}
