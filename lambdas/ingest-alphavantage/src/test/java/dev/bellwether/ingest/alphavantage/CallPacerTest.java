package dev.bellwether.ingest.alphavantage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallPacerTest {
    private final ManualTime time = new ManualTime();
    private final CallPacer pacer = new CallPacer(Duration.ofMillis(1100), time, time);

    @Test
    void theFirstCallDoesNotWait() {
        pacer.awaitTurn();

        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void twoCallsStartASpacingApart() {
        pacer.awaitTurn();
        time.pass(Duration.ofMillis(400));
        pacer.awaitTurn();
        pacer.awaitTurn();

        assertThat(time.pauses()).containsExactly(Duration.ofMillis(700), Duration.ofMillis(1100));
    }

    @Test
    void aCallThatCameLateEnoughDoesNotWait() {
        pacer.awaitTurn();
        time.pass(Duration.ofSeconds(2));
        pacer.awaitTurn();

        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void aHeldBackCallWaitsForTheLongerOfBoth() {
        pacer.awaitTurn();
        pacer.holdBack(Duration.ofSeconds(60));
        pacer.awaitTurn();
        pacer.holdBack(Duration.ofMillis(1));
        pacer.awaitTurn();

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(60), Duration.ofMillis(1100));
    }
}
