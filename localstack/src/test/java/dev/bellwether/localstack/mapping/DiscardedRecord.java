package dev.bellwether.localstack.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.localstack.mapping.MappingCase.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What lies in a stream's failure destination.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html> and
/// <https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html>
///
/// @param key of the object in a bucket
record DiscardedRecord(MappingCase row, String key, JsonNode document) {
    private static final String SECOND = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d";
    private static final String KEY =
            "aws/lambda/[-0-9a-f]{36}/shardId-[-0-9a-f]+/\\d{4}/\\d\\d/\\d\\d/"
                    + "\\d{4}-\\d\\d-\\d\\dT\\d\\d\\.\\d\\d\\.\\d\\d-[-0-9a-f]{36}";

    /// `a b: Condition`, followed by what is not as documented where the case asks for that.
    String text(Stage stage) {
        String condition = document.at("/requestContext/condition").asText("no condition");
        String form =
                row.traits().documented()
                        ? deviations().stream()
                                .map(deviation -> ", " + deviation)
                                .collect(Collectors.joining())
                        : "";
        return names(stage) + ": " + condition + form;
    }

    private String names(Stage stage) {
        JsonNode payload = document.path("payload");
        JsonNode event = payload.isTextual() ? EventRecord.json(payload.asText()) : payload;
        if (event.has("Records")) {
            return EventRecord.of(event).stream()
                    .map(EventRecord::name)
                    .collect(Collectors.joining(" "));
        }
        String first = stage.name(batch().path("startSequenceNumber").asText());
        String last = stage.name(batch().path("endSequenceNumber").asText());
        return first.equals(last) ? first : first + " to " + last;
    }

    private JsonNode batch() {
        return document.path(batchName());
    }

    private String batchName() {
        return row.source() == Source.TABLE ? "DDBStreamBatchInfo" : "KinesisBatchInfo";
    }

    private List<String> deviations() {
        String batch = "/" + batchName();
        // A table's stream knows its records' times to the second.
        String arrival = row.source() == Source.TABLE ? SECOND + "Z" : SECOND + "\\.\\d{3}Z";
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("/requestContext/requestId", "[-0-9a-f]{36}");
        forms.put("/requestContext/functionArn", "arn:aws:lambda:.*");
        forms.put("/requestContext/condition", "[A-Za-z]+");
        forms.put("/requestContext/approximateInvokeCount", "\\d+");
        forms.put("/responseContext/statusCode", "200");
        forms.put("/responseContext/executedVersion", "\\$LATEST");
        forms.put("/responseContext/functionError", "Unhandled");
        forms.put("/version", "1\\.0");
        forms.put("/timestamp", SECOND + "\\.\\d{3}Z");
        forms.put(batch + "/shardId", "shardId-[-0-9a-f]+");
        forms.put(batch + "/startSequenceNumber", "\\d+");
        forms.put(batch + "/endSequenceNumber", "\\d+");
        forms.put(batch + "/approximateArrivalOfFirstRecord", arrival);
        forms.put(batch + "/approximateArrivalOfLastRecord", arrival);
        forms.put(batch + "/batchSize", "\\d+");
        forms.put(batch + "/streamArn", "arn:aws:(kinesis|dynamodb):.*");
        List<String> deviations = new ArrayList<>();
        forms.forEach((path, form) -> {
            if (!document.at(path).asText("").matches(form)) {
                deviations.add(path + " is " + document.at(path));
            }
        });
        if (!key.startsWith("message")) {
            if (!key.matches(KEY)) {
                deviations.add("key is " + key);
            }
            if (!document.path("payload").isTextual()) {
                deviations.add("payload is of type " + document.path("payload").getNodeType());
            }
        }
        return deviations;
    }
}
