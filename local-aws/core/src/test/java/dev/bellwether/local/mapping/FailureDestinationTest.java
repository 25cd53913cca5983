package dev.bellwether.local.mapping;

import static dev.bellwether.local.mapping.Bench.NOON;
import static dev.bellwether.local.mapping.SettingsBuilder.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.wire.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureDestinationTest {
    @TempDir Path checkpoints;
    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(checkpoints);
    }

    @Test
    void aBucketGetsTheDescriptionAndTheWholeEventUnderLambdasKey() {
        giveUp("arn:aws:s3:::failures");

        String key = bench.objects.keySet().iterator().next();
        assertThat(key)
                .matches(
                        "failures/aws/lambda/[0-9a-f-]{36}/shard-0/2025/10/29/2025-10-29T16\\.00\\.00-[0-9a-f-]{36}");
        JsonNode object = bench.objects.get(key);
        JsonNode request = object.path("requestContext");
        assertThat(request.path("functionArn").asText())
                .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:Function");
        assertThat(request.path("condition").asText()).isEqualTo("RetryAttemptsExhausted");
        assertThat(request.path("approximateInvokeCount").asInt()).isEqualTo(2);
        assertThat(request.path("requestId").asText()).hasSize(36);
        assertThat(object.path("responseContext"))
                .isEqualTo(
                        Json.parse(
                                "{\"statusCode\":200,\"executedVersion\":\"$LATEST\",\"functionError\":\"Unhandled\"}"));
        assertThat(object.path("version").asText()).isEqualTo("1.0");
        assertThat(object.path("timestamp").asText()).isEqualTo("2025-10-29T16:00:00.000Z");
        assertThat(object.path("KinesisBatchInfo"))
                .isEqualTo(
                        Json.parse(
                                """
                                {"shardId":"shard-0","startSequenceNumber":"1",
                                 "endSequenceNumber":"2",
                                 "approximateArrivalOfFirstRecord":"2025-10-29T14:00:00.000Z",
                                 "approximateArrivalOfLastRecord":"2025-10-29T14:00:00.000Z",
                                 "batchSize":2,
                                 "streamArn":"arn:aws:kinesis:us-east-1:000000000000:stream/Quotes"}
                                """));
        assertThat(bench.givenUp()).containsExactly(List.of("a", "b"));
    }

    @Test
    void theMappingsIdIsTheSameInEveryRun() {
        assertThat(Mappings.uuid(settings().build())).isEqualTo(Mappings.uuid(settings().build()));
        assertThat(Mappings.uuid(settings().build()))
                .isNotEqualTo(Mappings.uuid(settings().logicalId("Other").build()));
    }

    @Test
    void aTopicGetsTheDescriptionWithoutTheRecords() {
        giveUp("arn:aws:sns:us-east-1:000000000000:Failures");

        assertThat(bench.messages)
                .singleElement()
                .asString()
                .startsWith("arn:aws:sns:us-east-1:000000000000:Failures {")
                .contains("KinesisBatchInfo")
                .doesNotContain("payload");
    }

    @Test
    void aQueueGetsTheDescriptionWithoutTheRecords() {
        List<JsonNode> sent = new ArrayList<>();
        bench.calls =
                (_, action, request) -> {
                    if (action.equals("GetQueueUrl")) {
                        assertThat(request.path("QueueName").asText()).isEqualTo("Failures");
                        return Json.object().put("QueueUrl", "http://queue");
                    }
                    sent.add(request);
                    return Json.object();
                };

        giveUp("arn:aws:sqs:us-east-1:000000000000:Failures");

        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().path("QueueUrl").asText()).isEqualTo("http://queue");
        assertThat(Json.parse(sent.getFirst().path("MessageBody").asText()).has("payload"))
                .isFalse();
    }

    @Test
    void anotherKindOfDestinationIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> giveUp("arn:aws:lambda:us-east-1:000000000000:function:F"))
                .withMessageContaining("no bucket, queue or topic");
    }

    private void giveUp(String destination) {
        bench.open(
                        settings().retries(1).onFailure(Optional.of(destination)).build(),
                        FakeStream.of("a", "b"),
                        FakeFunction.throwingOn("b"))
                .step(NOON);
    }
}
