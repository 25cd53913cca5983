package dev.bellwether.faults.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.wire.Json;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Items as the wire has them.
final class ItemJson {
    private ItemJson() {}

    static ObjectNode of(Map<String, AttributeValue> item) {
        ObjectNode json = Json.object();
        new TreeMap<>(item).forEach((name, value) -> json.set(name, of(value)));
        return json;
    }

    private static ObjectNode of(AttributeValue value) {
        ObjectNode json = Json.object();
        switch (value.type()) {
            case S -> json.put("S", value.s());
            case N -> json.put("N", value.n());
            case BOOL -> json.put("BOOL", value.bool());
            case NUL -> json.put("NULL", true);
            case M -> json.set("M", of(value.m()));
            case L -> {
                ArrayNode list = json.putArray("L");
                value.l().forEach(element -> list.add(of(element)));
            }
            case SS -> {
                ArrayNode list = json.putArray("SS");
                value.ss().forEach(list::add);
            }
            default ->
                    throw new UnsupportedOperationException(
                            "A value of type %s is not simulated".formatted(value.type()));
        }
        return json;
    }
}
