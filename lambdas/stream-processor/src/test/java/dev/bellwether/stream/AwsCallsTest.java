package dev.bellwether.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.market.Quote;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// The calls as they go over the wire.
class AwsCallsTest {
    private static final Quote QUOTE = Records.quote("AAPL", Records.NEAR_CLOSE, 51086742);

    @Test
    void aQuoteIsAnItemOfTheContractsForm() {
        try (LoopbackAws aws = new LoopbackAws(200, "{\"UnprocessedItems\":{}}");
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            assertThat(new DynamoQuoteTable(client, "market").put(List.of(QUOTE))).isEmpty();

            assertThat(aws.requests)
                    .singleElement()
                    .satisfies(request -> {
                        assertThat(request.target()).isEqualTo("DynamoDB_20120810.BatchWriteItem");
                        assertThat(request.body())
                                .startsWith("{\"RequestItems\":{\"market\":[{\"PutRequest\"")
                                .contains("\"symbol\":{\"S\":\"AAPL\"}")
                                .contains(
                                        "\"sk\":{\"S\":\"quote#2025-10-29T19:59:30Z#yahoo#composite#0\"}")
                                .contains("\"price\":{\"N\":\"269.70\"}")
                                .contains("\"change_percent\":{\"N\":\"0.2602\"}")
                                .contains("\"volume\":{\"N\":\"51086742\"}")
                                .contains("\"sequence\":{\"N\":\"0\"}")
                                // 2025-11-28T19:59:30Z, 30 days later
                                .contains("\"expires_at\":{\"N\":\"1764359970\"}");
                    });
        }
    }

    @Test
    void whatDynamoDbDidNotProcessIsPutOff() {
        String answer =
                """
                {"UnprocessedItems":{"market":[{"PutRequest":{"Item":{"symbol":{"S":"AAPL"},
                "sk":{"S":"quote#2025-10-29T19:59:30Z#yahoo#composite#0"}}}}]}}\
                """;
        try (LoopbackAws aws = new LoopbackAws(200, answer);
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            Quote other = Records.quote("MSFT", Records.NEAR_CLOSE, 1);

            assertThat(new DynamoQuoteTable(client, "market").put(List.of(other, QUOTE)))
                    .containsExactly(QUOTE);
        }
    }

    @Test
    void aRefusedCallIsAFailedWriteThatNamesTheTable() {
        String refusal =
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException\",\"message\":\"no such table\"}";
        try (LoopbackAws aws = new LoopbackAws(400, refusal);
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            assertThatThrownBy(() -> new DynamoQuoteTable(client, "market").put(List.of(QUOTE)))
                    .isInstanceOf(WriteFailedException.class)
                    .hasMessageContaining(
                            "Putting 1 quotes into table market failed: no such table");
        }
    }

    @Test
    void anObjectIsPutUnderItsKey() {
        try (LoopbackAws aws = new LoopbackAws(200, "");
                S3Client client = aws.client(S3Client.builder())) {
            new S3LakeObjects(client, "lake")
                    .put(
                            "quotes/dt=2025-10-29/hour=15/a.json",
                            "{}\n".getBytes(StandardCharsets.UTF_8));

            assertThat(aws.requests)
                    .singleElement()
                    .satisfies(request -> {
                        assertThat(request.method()).isEqualTo("PUT");
                        assertThat(request.path())
                                .isEqualTo("/lake/quotes/dt=2025-10-29/hour=15/a.json");
                        assertThat(request.body()).contains("{}");
                    });
        }
    }

    @Test
    void aFailedPutNamesTheObject() {
        try (LoopbackAws aws = new LoopbackAws(503, "");
                S3Client client = aws.client(S3Client.builder())) {
            assertThatThrownBy(() -> new S3LakeObjects(client, "lake").put("a.json", new byte[1]))
                    .isInstanceOf(WriteFailedException.class)
                    .hasMessageContaining("Writing s3://lake/a.json failed");
        }
    }
}
