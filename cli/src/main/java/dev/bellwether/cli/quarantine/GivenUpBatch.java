package dev.bellwether.cli.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A batch that an event source mapping gave up, as Lambda keeps it in a bucket: what happened, and
/// in `payload` the whole event, JSON in a string.
///
/// https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html and
/// https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
///
/// @param key of its object
/// @param function name of the function that failed
/// @param condition why it was given up, such as `RetryAttemptsExhausted`
/// @param at ISO-8601, when it was given up, on the wall clock
/// @param sequenceNumbers of the first and the last record
/// @param content where the records came from
record GivenUpBatch(
        String key,
        String function,
        String condition,
        int invocations,
        String at,
        String sequenceNumbers,
        Content content) {
    private static final JsonMapper JSON = new JsonMapper();

    /// The records, by where they came from.
    sealed interface Content {
        int size();

        /// Records of the quote stream, their bytes as they were.
        record OfStream(List<StreamEntry> entries) implements Content {
            public OfStream {
                entries = List.copyOf(entries);
            }

            @Override
            public int size() {
                return entries.size();
            }
        }

        /// Changes of the table.
        ///
        /// @param event as the function got it
        record OfTable(String event, int size) implements Content {}

        /// Neither, or nothing of it was kept.
        record Unknown(String why) implements Content {
            @Override
            public int size() {
                return 0;
            }
        }
    }

    static GivenUpBatch read(String key, byte[] object) {
        try {
            JsonNode batch = JSON.readTree(object);
            JsonNode request = batch.path("requestContext");
            JsonNode info =
                    batch.path(
                            batch.has("KinesisBatchInfo")
                                    ? "KinesisBatchInfo"
                                    : "DDBStreamBatchInfo");
            return new GivenUpBatch(
                    key,
                    functionName(request.path("functionArn").asText()),
                    request.path("condition").asText(),
                    request.path("approximateInvokeCount").asInt(),
                    batch.path("timestamp").asText(),
                    info.path("startSequenceNumber").asText()
                            + ".."
                            + info.path("endSequenceNumber").asText(),
                    content(batch));
        } catch (IOException e) {
            return new GivenUpBatch(
                    key, "", "", 0, "", "", new Content.Unknown("the object is no JSON"));
        }
    }

    private static Content content(JsonNode batch) throws IOException {
        JsonNode payload = batch.path("payload");
        if (payload.isMissingNode()) {
            return new Content.Unknown("the object holds no payload");
        }
        JsonNode event = payload.isTextual() ? JSON.readTree(payload.textValue()) : payload;
        JsonNode records = event.path("Records");
        if (batch.has("DDBStreamBatchInfo")) {
            return new Content.OfTable(JSON.writeValueAsString(event), records.size());
        }
        List<StreamEntry> entries = new ArrayList<>();
        for (JsonNode record : records) {
            JsonNode kinesis = record.path("kinesis");
            if (!kinesis.path("data").isTextual() || !kinesis.path("partitionKey").isTextual()) {
                return new Content.Unknown("the payload holds something else than stream records");
            }
            entries.add(
                    new StreamEntry(
                            kinesis.path("partitionKey").textValue(),
                            Base64.getDecoder().decode(kinesis.path("data").textValue())));
        }
        return entries.isEmpty()
                ? new Content.Unknown("the payload holds no records")
                : new Content.OfStream(entries);
    }

    /// `arn:aws:lambda:<region>:<account>:function:<name>[:<version>]`
    private static String functionName(String arn) {
        String[] parts = arn.split(":", -1);
        return parts.length > 6 ? parts[6] : arn;
    }

    /// What tells it from the others: the last part of its key after the time.
    String id() {
        // ...-2025-10-29T13.30.00-<random UUID, 36 characters>
        return key.substring(Math.max(0, key.length() - 36));
    }

    /// Why it was given up, in words.
    String detail() {
        return content instanceof Content.Unknown(String why)
                ? why
                : "%s, tried %d times, %d records of %s"
                        .formatted(condition, invocations, content.size(), function);
    }
}
