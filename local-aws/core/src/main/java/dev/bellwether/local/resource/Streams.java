package dev.bellwether.local.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.template.Stream;
import dev.bellwether.local.template.TemplateException;
import dev.bellwether.local.wire.AwsErrorException;
import dev.bellwether.local.wire.AwsJsonClient;
import dev.bellwether.local.wire.Json;

/// Creates Kinesis streams.
final class Streams {
    private final AwsJsonClient kinesis;

    Streams(AwsJsonClient kinesis) {
        this.kinesis = kinesis;
    }

    void create(Stream stream) {
        try {
            kinesis.call(
                    "CreateStream",
                    Json.object()
                            .put("StreamName", stream.name())
                            .put("ShardCount", stream.shardCount()));
        } catch (AwsErrorException e) {
            if (!e.code().equals("ResourceInUseException")) {
                throw e;
            }
        }
        Awaiting.until(
                "Stream " + stream.name() + " becoming ACTIVE",
                () -> describe(stream).path("StreamStatus").asText().equals("ACTIVE"));
        int shards = describe(stream).path("Shards").size();
        if (shards != stream.shardCount()) {
            throw new TemplateException(
                    ("Stream %s of the state folder has %d shards, but the template declares %d. Use another --state"
                                    + " folder, or remove this one")
                            .formatted(stream.name(), shards, stream.shardCount()));
        }
    }

    private JsonNode describe(Stream stream) {
        return kinesis.call("DescribeStream", Json.object().put("StreamName", stream.name()))
                .path("StreamDescription");
    }
}
