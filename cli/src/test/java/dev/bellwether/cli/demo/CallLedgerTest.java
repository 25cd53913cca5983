package dev.bellwether.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.cli.home.StateFolder;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallLedgerTest {
    private static final Instant NOW = Instant.parse("2025-11-28T22:00:00Z");
    private static final Instant TOMORROW = Instant.parse("2025-11-29T00:00:00Z");

    @TempDir private Path folder = Path.of("");

    @Test
    void callsAreReservedAsLongAsTheDayHasSome() {
        CallLedger ledger = new CallLedger(new StateFolder(folder));

        assertThat(ledger.tryReserve(4, 10, NOW)).isTrue();
        assertThat(ledger.tryReserve(6, 10, NOW)).isTrue();
        assertThat(ledger.tryReserve(1, 10, NOW)).isFalse();
        assertThat(ledger.used(NOW)).isEqualTo(10);
    }

    @Test
    void everyDayHasItsOwn() {
        CallLedger ledger = new CallLedger(new StateFolder(folder));
        ledger.tryReserve(10, 10, NOW);

        assertThat(ledger.used(TOMORROW)).isZero();
        assertThat(ledger.tryReserve(10, 10, TOMORROW)).isTrue();
    }
}
