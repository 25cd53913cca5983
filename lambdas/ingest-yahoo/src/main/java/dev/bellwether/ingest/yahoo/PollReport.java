package dev.bellwether.ingest.yahoo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.market.Symbol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// What one poll did.
///
/// @param published quotes put into the stream
/// @param skipped symbols without a quote, in the order in which they were asked for
record PollReport(QuotePoll poll, Exchange exchange, int published, List<Skipped> skipped) {
    private static final JsonMapper JSON = new JsonMapper();

    /// Whether a session runs.
    enum Exchange {
        OPEN,
        CLOSED
    }

    /// A symbol without a quote, and why.
    record Skipped(Symbol symbol, String reason) {}

    /// The function's answer.
    byte[] toJson() {
        return json(JSON.createObjectNode()).toString().getBytes(StandardCharsets.UTF_8);
    }

    /// One line for the log.
    String toLogLine() {
        return json(JSON.createObjectNode().put("function", "ingest-yahoo")).toString();
    }

    private ObjectNode json(ObjectNode json) {
        json.put("scheduledTime", poll.scheduledTime().toString())
                .put("session", exchange.name().toLowerCase(Locale.ROOT))
                .put("published", published);
        var rows = json.putArray("skipped");
        skipped.forEach(row ->
                rows.addObject().put("symbol", row.symbol().value()).put("reason", row.reason()));
        return json;
    }
}
