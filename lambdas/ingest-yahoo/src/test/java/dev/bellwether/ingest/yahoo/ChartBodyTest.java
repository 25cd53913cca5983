package dev.bellwether.ingest.yahoo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.ingest.HttpAnswer;
import dev.bellwether.ingest.ProviderFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "404 | {\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\",\"description\":\"No data found, symbol may be delisted\"}}} | unknown-symbol: Not Found, No data found, symbol may be delisted",
                "200 | {\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\",\"description\":\"gone\"}}} | unknown-symbol: Not Found, gone",
                "422 | {\"chart\":{\"result\":null,\"error\":{\"code\":\"Unprocessable Entity\",\"description\":\"too old\"}}} | bad-request: Unprocessable Entity, too old",
                "401 | {\"finance\":{\"result\":null,\"error\":{\"code\":\"Unauthorized\",\"description\":\"Invalid Crumb\"}}} | auth: Unauthorized, Invalid Crumb",
                "429 | Too Many Requests | throttled: the provider refuses calls for now",
                "200 | Edge: Too Many Requests | throttled: the provider refuses calls for now",
                "999 | Unable to process request at this time -- error 999 | transient: HTTP status 999",
                "503 | <html> | transient: HTTP status 503",
                "200 | <!DOCTYPE html><title>Will be right back</title> | malformed: an HTML page under HTTP status 200",
                "302 | `` | malformed: no JSON under HTTP status 302",
                "200 | {\"chart\":{\"result\":[{\"meta\" | malformed: the body starts as JSON and is none",
                "200 | {\"chart\":{\"result\":[],\"error\":null}} | empty: a chart without a result",
                "200 | {\"chart\":{\"result\":null,\"error\":null}} | empty: a chart without a result",
                "403 | {} | bad-request: HTTP status 403"
            })
    void everythingButAChartIsAFailure(int status, String body, String reason) {
        assertThat(failure(status, body, null).reason()).isEqualTo(reason);
    }

    @Test
    void aRefusalLastsAsLongAsTheProviderSays() {
        assertThat(failure(429, "Too Many Requests\r\n", Duration.ofSeconds(9)))
                .isEqualTo(
                        new ProviderFailure.Throttled(
                                Duration.ofSeconds(9), "the provider refuses calls for now"));
    }

    private static ProviderFailure failure(int status, String body, @Nullable Duration retryAfter) {
        HttpAnswer answer =
                new HttpAnswer(
                        "http://host/",
                        status,
                        "text/plain",
                        retryAfter,
                        body.getBytes(StandardCharsets.UTF_8),
                        0);
        return ((ChartBody.Failure) ChartBody.of(answer)).failure();
    }
}
