package dev.bellwether.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.lake.raw.RawDescription.Decided;
import dev.bellwether.lake.raw.RawDescriptionJson;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {
    private static final Decided FIRST =
            new Decided(
                    Symbol.of("NFLX"),
                    LocalDate.of(2011, 10, 25),
                    Instant.parse("2026-01-02T10:00:00Z"));

    @TempDir private Path lake = Path.of("");

    @Test
    void aDecisionIsAnObjectThatTheTablesAreMadeOf() throws IOException {
        String key = new Decisions(lake).store(FIRST);

        assertThat(key).isEqualTo("raw/decision/NFLX-2011-10-25.json");
        assertThat(RawDescriptionJson.read(Files.readAllBytes(lake.resolve(key)))).isEqualTo(FIRST);
    }

    @Test
    void theFirstDecisionStays() throws IOException {
        String key = new Decisions(lake).store(FIRST);
        new Decisions(lake)
                .store(
                        new Decided(
                                FIRST.symbol(),
                                FIRST.tradingDay(),
                                FIRST.decidedAt().plusSeconds(60)));

        assertThat(RawDescriptionJson.read(Files.readAllBytes(lake.resolve(key)))).isEqualTo(FIRST);
        try (var files = Files.list(lake)) {
            assertThat(files).hasSize(1);
        }
    }
}
