package dev.bellwether.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alerts.channel.Channel;
import dev.bellwether.alerts.channel.SendOutcome.Refused;
import dev.bellwether.alerts.delivery.AlertDigest.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertDigestTest {
    /// Noon and midnight in New York.
    private static final String NOON = "2025-10-29T16:00:00Z";

    private static final String MIDNIGHT = "2025-10-29T04:00:00Z";
    private static final String AT_SIX = "2025-10-29T10:05:00Z";
    private static final String AT_SEVEN = "2025-10-29T11:05:00Z";
    private static final String WALL = World.WALL.toString();

    private final World quiet =
            new World(Map.of("ALERT_QUIET_HOURS", "22:00-07:00"), Channel.TOPIC, Channel.WEBHOOK);
    private final World frugal = new World(Map.of("ALERT_BUDGET", "3"), Channel.TOPIC);

    @Test
    void quietHoursHoldWhatCanWait() {
        quiet.fire("a1", MIDNIGHT, "severity", "warning");
        quiet.fire("a2", MIDNIGHT, "severity", "critical");
        quiet.fire("a3", NOON, "severity", "info");

        quiet.drain();

        assertThat(quiet.told(Channel.TOPIC)).containsExactly("a2-fired", "a3-fired");
        assertThat(quiet.row("a1"))
                .containsEntry("held_at", MIDNIGHT)
                .containsEntry("held_reason", "quiet-hours")
                .doesNotContainKeys("sent_at", "webhook_sent_at");
    }

    @Test
    void whatWasHeldComesInOneMessageAfterTheQuietHours() {
        quiet.fire("a1", MIDNIGHT);
        quiet.fire("a2", "2025-10-29T03:30:00Z", "symbol", "MSFT", "sk", "alert#x#a2");
        quiet.drain();

        assertThat(quiet.digest(AT_SIX)).isEqualTo(new Outcome.Quiet());
        assertThat(quiet.digest(AT_SEVEN))
                .isInstanceOfSatisfying(
                        Outcome.Sent.class, sent -> assertThat(sent.alerts()).isEqualTo(2));
        quiet.drain();
        assertThat(quiet.digest("2025-10-29T12:05:00Z")).isEqualTo(new Outcome.Nothing());

        assertThat(quiet.told(Channel.TOPIC)).containsExactly("digest of [a1-fired, a2-fired]");
        assertThat(quiet.told(Channel.WEBHOOK)).containsExactly("digest of [a1-fired, a2-fired]");
        assertThat(quiet.row("a1"))
                .containsEntry("sent_at", WALL)
                .containsEntry("webhook_sent_at", WALL)
                .containsEntry("digest_id", quiet.sent(Channel.TOPIC).getFirst().id());
        assertThat(quiet.outbox.own).isEmpty();
    }

    @Test
    void theBudgetLetsExactlySoManyThroughAndTheRestComesOnce() {
        for (int i = 1; i <= 5; i++) {
            frugal.fire("a" + i, NOON);
        }
        frugal.drain();

        assertThat(frugal.told(Channel.TOPIC)).containsExactly("a1-fired", "a2-fired", "a3-fired");
        assertThat(frugal.row("a4")).containsEntry("held_reason", "budget");

        frugal.digest("2025-10-29T16:05:00Z");
        frugal.drain();
        frugal.digest("2025-10-29T17:05:00Z");

        assertThat(frugal.told(Channel.TOPIC))
                .hasSize(4)
                .last()
                .isEqualTo("digest of [a4-fired, a5-fired]");
    }

    @Test
    void theNextDayHasABudgetOfItsOwnByNewYorksDate() {
        for (int i = 1; i <= 4; i++) {
            frugal.fire("a" + i, "2025-10-30T03:59:59Z");
        }
        frugal.fire("b1", "2025-10-30T04:00:00Z");

        frugal.drain();

        assertThat(frugal.told(Channel.TOPIC))
                .containsExactly("a1-fired", "a2-fired", "a3-fired", "b1-fired");
        assertThat(frugal.outbox.budgets.keySet())
                .extracting(Object::toString)
                .containsExactly("2025-10-29", "2025-10-30");
    }

    @Test
    void criticalAlertsAndRetractionsTakeNothingOfTheBudget() {
        for (int i = 1; i <= 3; i++) {
            frugal.fire("c" + i, NOON, "severity", "critical");
            frugal.fire("a" + i, NOON);
        }
        frugal.drain();
        frugal.retract("a1", NOON);
        frugal.fire("c4", NOON, "severity", "critical");

        frugal.drain();

        assertThat(frugal.told(Channel.TOPIC)).hasSize(8).contains("a1-retracted", "c4-fired");
    }

    @Test
    void anAlertThatIsRetractedWhileItIsHeldIsNotTold() {
        quiet.fire("a1", MIDNIGHT);
        quiet.drain();
        quiet.retract("a1", "2025-10-29T05:00:00Z");
        quiet.drain();

        assertThat(quiet.digest(AT_SEVEN)).isEqualTo(new Outcome.Nothing());
        quiet.drain();

        assertThat(quiet.told(Channel.TOPIC)).isEmpty();
        assertThat(quiet.outbox.own).isEmpty();
    }

    @Test
    void aRetractionInTheQuietHoursWaits() {
        quiet.fire("a1", "2025-10-28T16:00:00Z");
        quiet.drain();
        quiet.retract("a1", MIDNIGHT);
        quiet.drain();
        assertThat(quiet.told(Channel.TOPIC)).containsExactly("a1-fired");
        assertThat(quiet.row("a1")).containsEntry("retraction_held_reason", "quiet-hours");

        quiet.digest(AT_SEVEN);
        quiet.drain();

        assertThat(quiet.told(Channel.TOPIC))
                .containsExactly("a1-fired", "digest of [a1-retracted]");
        assertThat(quiet.row("a1")).containsEntry("retraction_sent_at", WALL);
    }

    @Test
    void anAlertOfADigestIsRetractedLikeAnyOther() {
        quiet.fire("a1", MIDNIGHT);
        quiet.drain();
        quiet.digest(AT_SEVEN);
        quiet.drain();

        quiet.retract("a1", NOON);
        quiet.drain();

        assertThat(quiet.told(Channel.TOPIC))
                .containsExactly("digest of [a1-fired]", "a1-retracted");
    }

    @Test
    void aDigestThatAWebhookDoesNotTakeIsMarkedOnItsAlerts() {
        quiet.outcomes.put(Channel.WEBHOOK, new Refused("answered 404"));
        quiet.fire("a1", MIDNIGHT);
        quiet.drain();

        quiet.digest(AT_SEVEN);

        assertThat(quiet.row("a1"))
                .containsEntry("webhook_failed", "answered 404")
                .containsEntry("sent_at", WALL);
        assertThat(quiet.reports).singleElement().asString().startsWith("digest ");
    }

    @Test
    void aDigestHoldsAHundredAndTheRestComesAnHourLater() {
        for (int i = 0; i < 101; i++) {
            quiet.fire("a%03d".formatted(i), MIDNIGHT);
        }
        quiet.drain();

        assertThat(quiet.digest(AT_SEVEN))
                .isInstanceOfSatisfying(
                        Outcome.Sent.class, sent -> assertThat(sent.alerts()).isEqualTo(100));
        assertThat(quiet.digest("2025-10-29T12:05:00Z"))
                .isInstanceOfSatisfying(
                        Outcome.Sent.class, sent -> assertThat(sent.alerts()).isEqualTo(1));
    }

    @Test
    void aHeldRowThatCannotBeReadAnyMoreHoldsUpNoOther() {
        quiet.fire("a1", MIDNIGHT);
        quiet.fire("a2", MIDNIGHT);
        quiet.drain();
        quiet.rows.computeIfPresent(
                new RowKey("AAPL", "alert#2025-10-29T04:00:00Z#a1"),
                (_, row) -> dev.bellwether.alerts.message.Rows.with(row, "close", "a lot"));

        quiet.digest(AT_SEVEN);

        assertThat(quiet.told(Channel.TOPIC)).containsExactly("digest of [a2-fired]");
        assertThat(quiet.reports).singleElement().asString().contains("left out of digests");
    }
}
