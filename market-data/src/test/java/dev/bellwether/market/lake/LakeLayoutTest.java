package dev.bellwether.market.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LakeLayoutTest {
    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final LocalDate DAY = LocalDate.of(2025, 10, 29);

    @Test
    void keysAreTheContracts() {
        assertThat(LakeLayout.dailyBarsKey(AAPL)).isEqualTo("bars/daily/AAPL.csv");
        assertThat(
                        LakeLayout.rawKey(
                                Provider.ALPHA_VANTAGE,
                                DAY,
                                AAPL,
                                Instant.parse("2025-10-30T04:00:00Z"),
                                "0123456789abcdef",
                                "body"))
                .isEqualTo(
                        "raw/alphavantage/dt=2025-10-29/AAPL-20251030T040000Z-0123456789ab.body");
        assertThat(LakeLayout.alertKey(DAY, "ab12")).isEqualTo("alerts/dt=2025-10-29/ab12.json");
        assertThat(LakeLayout.predictionsKey(DAY))
                .isEqualTo("predictions/dt=2025-10-29/predictions.csv");
        assertThat(LakeLayout.scoresKey(DAY)).isEqualTo("scores/dt=2025-10-29/scores.csv");
        assertThat(LakeLayout.quarantineKey(DAY, "stream-processor", "ab12"))
                .isEqualTo("quarantine/dt=2025-10-29/stream-processor-ab12.json");
    }

    @Test
    void quotesLieUnderTheirDayAndHourInNewYork() {
        assertThat(
                        LakeLayout.quotesKey(
                                Instant.parse("2025-10-29T13:30:00Z"),
                                "shardId-000000000000",
                                "42"))
                .isEqualTo("quotes/dt=2025-10-29/hour=09/shardId-000000000000-42.json");
        assertThat(LakeLayout.quotesKey(Instant.parse("2025-10-30T02:00:00Z"), "s", "1"))
                .startsWith("quotes/dt=2025-10-29/hour=22/");
    }
}
