package dev.bellwether.cli.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.lake.LakeLayout;
import dev.bellwether.market.wire.QuarantineJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;

/// What functions and Lambda leave behind, as they write it.
public final class Kept {
    static final LocalDate DAY = LocalDate.of(2025, 10, 29);
    static final Instant OBSERVED = Instant.parse("2025-10-29T14:00:00Z");

    private static final JsonMapper JSON = new JsonMapper();

    private Kept() {}

    static String quote(String symbol, String price) {
        return """
        {"symbol":"%s","open":1,"high":3,"low":1,"price":%s,"previous_close":2,"change":0,"change_percent":0,"volume":5,\
        "timestamp":"2025-10-29T14:00:00Z","provider":"yahoo","feed":"composite","schema_version":1}\
        """
                .formatted(symbol, price);
    }

    static QuarantineRecord ofStream(String symbol, String text) {
        return new QuarantineRecord(
                "stream-processor",
                symbol,
                QuarantineReason.INVALID_QUOTE,
                "the record is no JSON (sequence number 4711)",
                text,
                "",
                OBSERVED);
    }

    static QuarantineRecord ofIngest(String symbol) {
        return new QuarantineRecord(
                "ingest-alphavantage",
                symbol,
                QuarantineReason.IMPOSSIBLE,
                "high below low",
                "2025-10-29,1,0,1,1,1",
                "",
                OBSERVED);
    }

    static String key(QuarantineRecord rejected) {
        return LakeLayout.quarantineKey(DAY, rejected.source(), rejected.id());
    }

    static String lines(QuarantineRecord... rejected) {
        return new String(QuarantineJson.write(List.of(rejected)), UTF_8);
    }

    /// The object of a batch with one record of the quote stream that was given up.
    public static String givenUpOfStream(String partitionKey, byte[] data) {
        return givenUpOfStream(List.of(new StreamEntry(partitionKey, data)));
    }

    static String givenUpOfStream(List<StreamEntry> entries) {
        ObjectNode event = JSON.createObjectNode();
        for (StreamEntry entry : entries) {
            event.withArray("Records")
                    .addObject()
                    .put("eventSource", "aws:kinesis")
                    .putObject("kinesis")
                    .put("partitionKey", entry.partitionKey())
                    .put("sequenceNumber", "100")
                    .put("data", Base64.getEncoder().encodeToString(entry.data()));
        }
        return givenUp("StreamProcessor-X1", "KinesisBatchInfo", event);
    }

    /// The object of a batch of the table's changes that was given up.
    ///
    /// @param function physical name
    public static String givenUpOfTable(String function) {
        return givenUp(function, "DDBStreamBatchInfo", change());
    }

    /// An item was removed.
    static ObjectNode change() {
        ObjectNode event = JSON.createObjectNode();
        ObjectNode change =
                event.withArray("Records")
                        .addObject()
                        .put("eventID", "1")
                        .put("eventName", "REMOVE")
                        .put("eventSource", "aws:dynamodb")
                        .putObject("dynamodb")
                        .put("ApproximateCreationDateTime", 1_761_744_000)
                        .put("SequenceNumber", "7");
        change.putObject("Keys").putObject("symbol").put("S", "AAPL");
        change.withObject("Keys").putObject("sk").put("S", "bar#1d#2025-10-29");
        return event;
    }

    private static String givenUp(String function, String info, ObjectNode event) {
        ObjectNode batch = JSON.createObjectNode();
        batch.putObject("requestContext")
                .put("requestId", "1")
                .put("functionArn", "arn:aws:lambda:us-east-1:000000000000:function:" + function)
                .put("condition", "RetryAttemptsExhausted")
                .put("approximateInvokeCount", 4);
        batch.put("version", "1.0");
        batch.put("timestamp", "2025-10-30T01:00:00.000Z");
        batch.putObject(info).put("startSequenceNumber", "100").put("endSequenceNumber", "101");
        batch.put("payload", event.toString());
        return batch.toString();
    }
}
