package dev.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.market.Provider;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RawZoneTest {
    private static final LocalDate RUN_DAY = LocalDate.parse("2025-10-29");
    private static final Instant SCHEDULED = Instant.parse("2025-10-30T04:00:00Z");
    // printf 'abc' | sha256sum
    private static final String SHA_256_OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final MapLake lake = new MapLake();

    @Test
    void anAnswerIsKeptWithADescriptionUnderANameThatARetryRepeats() throws IOException {
        String key = store("2026-11-21T10:00:00Z");

        assertThat(key)
                .isEqualTo(
                        "raw/alphavantage/dt=2025-10-29/AAPL-20251030T040000Z-ba7816bf8f01.body");
        assertThat(lake.text(key)).isEqualTo("abc");
        JsonNode description = new JsonMapper().readTree(lake.text(key.replace(".body", ".json")));
        assertThat(description.path("sha256").asText()).isEqualTo(SHA_256_OF_ABC);
        assertThat(description.path("request").asText()).isEqualTo("GET http://host/?apikey=XXXX");
        assertThat(description.path("source").asText()).isEqualTo("fetch");
        assertThat(description.path("key_id").asText()).isEqualTo("/bellwether/key:3");
        assertThat(description.path("status").asInt()).isEqualTo(200);
        assertThat(description.path("content_type").asText()).isEqualTo("text/csv");
        assertThat(description.path("redacted").asBoolean()).isTrue();
        assertThat(description.path("redacted_occurrences").asInt()).isEqualTo(2);
        assertThat(description.path("fetched_at").asText()).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(description.path("scheduled_at").asText()).isEqualTo("2025-10-30T04:00:00Z");
    }

    @Test
    void theFirstTimeThatBytesWereFetchedIsKept() {
        String key = store("2026-11-21T10:00:00Z");
        store("2026-11-21T10:05:00Z");

        assertThat(lake.objects()).hasSize(2);
        assertThat(lake.text(key.replace(".body", ".json")))
                .contains("\"fetched_at\":\"2026-11-21T10:00:00Z\"");
    }

    @Test
    void aRecordRefusedTwiceIsOneObject() {
        QuarantineRecord refused =
                new QuarantineRecord(
                        "ingest-alphavantage",
                        "AAPL",
                        QuarantineReason.IMPOSSIBLE,
                        "high below low",
                        "row",
                        "raw",
                        SCHEDULED);
        Quarantine quarantine = new Quarantine(lake);

        quarantine.store(RUN_DAY, List.of(refused));
        quarantine.store(RUN_DAY, List.of(refused));

        String key = "quarantine/dt=2025-10-29/ingest-alphavantage-%s.json".formatted(refused.id());
        assertThat(lake.objects()).containsOnlyKeys(key);
        assertThat(lake.text(key)).contains("\"impossible\"").endsWith("}\n");
    }

    private String store(String fetchedAt) {
        HttpAnswer answer =
                new HttpAnswer(
                        "http://host/?apikey=XXXX",
                        200,
                        "text/csv",
                        null,
                        "abc".getBytes(StandardCharsets.UTF_8),
                        2);
        return new RawZone(lake)
                .store(
                        new RawZone.Call(
                                Provider.ALPHA_VANTAGE,
                                Symbol.of("AAPL"),
                                RUN_DAY,
                                SCHEDULED,
                                Instant.parse(fetchedAt),
                                Optional.of("/bellwether/key:3")),
                        answer);
    }
}
