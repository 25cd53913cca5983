package dev.bellwether.ingest.alphavantage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.ingest.ApiKey;
import dev.bellwether.ingest.HttpAnswer;
import dev.bellwether.ingest.ProviderFailure;
import dev.bellwether.ingest.Redaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureBodyTest {

    @ParameterizedTest
    @CsvSource({
        "apikey-invalid.json, auth",
        "demo-key.json, auth",
        "invalid-api-call.json, unknown-symbol",
        "burst.json, throttled",
        "burst-of-premium.json, throttled",
        "five-per-minute.json, throttled",
        "call-volume.json, throttled",
        "daily-limit.json, quota-exhausted",
        "daily-limit-with-key.json, quota-exhausted",
        "full-is-premium.json, not-entitled",
        "premium-endpoint.json, not-entitled",
        "empty-quote.json, empty",
        "maintenance.html, malformed"
    })
    void everyRecordedFailureUnderStatus200IsToldByItsBody(String fixture, String kind) {
        assertThat(find(200, Fixture.text(fixture)).map(ProviderFailure::kind)).contains(kind);
    }

    @Test
    void aBurstMayBeTriedAgainAfterMoreThanASecondAndAMinuteLimitAfterAMinute() {
        assertThat(find(200, Fixture.text("burst.json")).orElseThrow())
                .isInstanceOfSatisfying(
                        ProviderFailure.Throttled.class,
                        throttled ->
                                assertThat(throttled.retryAfter())
                                        .isGreaterThan(Duration.ofMillis(1100)));
        assertThat(find(200, Fixture.text("five-per-minute.json")).orElseThrow())
                .isInstanceOfSatisfying(
                        ProviderFailure.Throttled.class,
                        throttled ->
                                assertThat(throttled.retryAfter())
                                        .isEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void theDemoKeyIsRecognisedEvenWhereItWasBlottedOut() {
        String body = Redaction.of(new ApiKey("demo")).redact(Fixture.text("demo-key.json"));

        assertThat(body).doesNotContain("demo");
        assertThat(find(200, body).map(ProviderFailure::kind)).contains("auth");
    }

    @ParameterizedTest
    @CsvSource({
        "500, transient",
        "503, transient",
        "429, throttled",
        "403, bad-request",
        "302, bad-request"
    })
    void aStatusOtherThan200IsAFailureWhateverTheBodyLooksLike(int status, String kind) {
        assertThat(
                        find(status, "timestamp,open,high,low,close,volume\n")
                                .map(ProviderFailure::kind))
                .contains(kind);
        assertThat(find(status, "<html>").map(ProviderFailure::kind)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"Global Quote\":{}}"})
    void anEmptyObjectIsNoData(String body) {
        assertThat(find(200, body).map(ProviderFailure::kind)).contains("empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Time Series (Daily)\":{\"2025-10-29\":{}}}",
                "{cut",
                "[1]",
                "  \n<html>",
                "\uFEFF{cut"
            })
    void whatIsNeitherCsvNorAKnownFailureIsMalformed(String body) {
        assertThat(find(200, body).map(ProviderFailure::kind)).contains("malformed");
    }

    @Test
    void aMessageNobodyHasSeenYetIsARefusedCallAndKeepsItsWords() {
        assertThat(
                        find(
                                200,
                                "{\"Information\":\"New wording about premium plans (25 requests per day)\"}"))
                .contains(
                        new ProviderFailure.BadRequest(
                                "New wording about premium plans (25 requests per day)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp,open,high,low,close,volume\n", "\uFEFFtimestamp,open\n", ""})
    void whatStartsLikeTextMayBeData(String body) {
        assertThat(find(200, body)).isEmpty();
    }

    private static Optional<ProviderFailure> find(int status, String body) {
        return FailureBody.find(
                new HttpAnswer(
                        "http://host/",
                        status,
                        "application/json",
                        null,
                        body.getBytes(StandardCharsets.UTF_8),
                        0));
    }
}
