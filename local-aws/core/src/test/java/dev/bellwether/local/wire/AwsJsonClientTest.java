package dev.bellwether.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwsJsonClientTest {
    private final List<String> seen = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{}";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] request = exchange.getRequestBody().readAllBytes();
                    seen.add(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
                    seen.add(exchange.getRequestHeaders().getFirst("Content-Type"));
                    seen.add(new String(request, StandardCharsets.UTF_8));
                    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Test
    void theActionGoesIntoTheTargetAndTheJsonIntoTheBody() {
        answer =
                "{\"ShardId\":\"shardId-000000000000\",\"ApproximateArrivalTimestamp\":1761768000.120}";
        AwsJsonClient kinesis = new AwsJsonClient(JsonService.KINESIS, endpoint());

        JsonNode put = kinesis.call("PutRecord", Json.object().put("StreamName", "Quotes"));

        assertThat(seen)
                .containsExactly(
                        "Kinesis_20131202.PutRecord",
                        "application/x-amz-json-1.1",
                        "{\"StreamName\":\"Quotes\"}");
        assertThat(Json.text(put)).isEqualTo(answer);
    }

    @Test
    void anEmptyAnswerIsAnEmptyObject() {
        answer = "";
        assertThat(
                        new AwsJsonClient(JsonService.KINESIS, endpoint())
                                .call("CreateStream", Json.object()))
                .isEmpty();
    }

    @Test
    void anErrorKeepsItsShortName() {
        status = 400;
        answer =
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ResourceInUseException\",\"message\":\"Table exists\"}";
        AwsJsonClient dynamoDb = new AwsJsonClient(JsonService.DYNAMODB, endpoint());

        assertThatThrownBy(() -> dynamoDb.call("CreateTable", Json.object()))
                .isInstanceOfSatisfying(
                        AwsErrorException.class,
                        e -> assertThat(e.code()).isEqualTo("ResourceInUseException"))
                .hasMessageContaining("dynamodb CreateTable")
                .hasMessageContaining("Table exists");
    }

    @Test
    void anEndpointThatIsGoneIsNamed() {
        URI gone = endpoint();
        server.stop(0);
        AwsJsonClient sqs = new AwsJsonClient(JsonService.SQS, gone);

        assertThatThrownBy(() -> sqs.call("ListQueues", Json.object()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(gone.toString());
    }
}
