package dev.bellwether.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.faults.aws.SimulatedBucket;
import dev.bellwether.local.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What lies in the failure bucket: accounted for, and for a person to put back.
///
/// @param quotes data of records of the quote stream, by sequence number
/// @param changes keys of changed items as `<symbol> <sk>`, by sequence number
/// @param tooOld sequence numbers of those that were given up for their age
record GivenUp(Map<String, String> quotes, Map<String, String> changes, Set<String> tooOld) {
    static GivenUp in(SimulatedBucket failures) {
        GivenUp found = new GivenUp(new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
        for (String object : failures.texts("").values()) {
            JsonNode json = Json.parse(object);
            boolean isOld =
                    json.path("requestContext")
                            .path("condition")
                            .asText()
                            .equals("RecordAgeExceeded");
            Json.parse(json.path("payload").asText())
                    .path("Records")
                    .forEach(event -> found.add(event, isOld));
        }
        return found;
    }

    private void add(JsonNode event, boolean isOld) {
        String sequenceNumber = Attempts.sequenceNumber(event);
        if (event.has("kinesis")) {
            byte[] data = Base64.getDecoder().decode(event.path("kinesis").path("data").asText());
            quotes.put(sequenceNumber, new String(data, StandardCharsets.UTF_8));
        } else {
            JsonNode keys = event.path("dynamodb").path("Keys");
            changes.put(
                    sequenceNumber,
                    keys.path("symbol").path("S").asText()
                            + " "
                            + keys.path("sk").path("S").asText());
        }
        if (isOld) {
            tooOld.add(sequenceNumber);
        }
    }

    Set<String> changedKeys() {
        return Set.copyOf(changes.values());
    }

    int size() {
        return quotes.size() + changes.size();
    }
}
