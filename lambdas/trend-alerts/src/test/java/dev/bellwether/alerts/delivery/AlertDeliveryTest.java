package dev.bellwether.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.alerts.channel.Channel;
import dev.bellwether.alerts.channel.SendOutcome.Refused;
import dev.bellwether.alerts.channel.SendOutcome.Unreachable;
import dev.bellwether.alerts.message.Rows;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertDeliveryTest {
    private static final String NOON = "2025-10-29T16:00:00Z";
    private static final String WALL = World.WALL.toString();

    private final World world = new World(Map.of(), Channel.TOPIC, Channel.WEBHOOK, Channel.SLACK);

    @Test
    void anAlertIsToldOnceOnEachChannel() {
        world.fire("a1", NOON);

        world.drain();

        for (Channel channel : Channel.values()) {
            assertThat(world.told(channel)).containsExactly("a1-fired");
        }
        assertThat(world.row("a1"))
                .containsEntry("sent_at", WALL)
                .containsEntry("webhook_sent_at", WALL)
                .containsEntry("slack_sent_at", WALL)
                .doesNotContainKeys("claimed_at", "held_at", "webhook_failed");
        assertThat(world.reports).isEmpty();
    }

    @Test
    void aRecordedAlertIsNeverTold() {
        world.fire("a1", NOON, "status", "recorded");

        world.drain();

        assertThat(world.sent.values()).allMatch(messages -> messages.isEmpty());
        assertThat(world.outbox.budgets).isEmpty();
    }

    @Test
    void anAlertThatWasToldIsRetractedOnce() {
        world.fire("a1", NOON);
        world.drain();

        world.retract("a1", "2025-10-30T16:00:00Z");
        world.drain();
        world.store(world.row("a1"));
        world.drain();

        for (Channel channel : Channel.values()) {
            assertThat(world.told(channel)).containsExactly("a1-fired", "a1-retracted");
        }
        assertThat(world.row("a1"))
                .containsEntry("retraction_sent_at", WALL)
                .containsEntry("webhook_retraction_sent_at", WALL);
    }

    @Test
    void anAlertThatIsRetractedBeforeItWasToldIsNotTold() {
        world.fire("a1", NOON);
        world.retract("a1", "2025-10-30T16:00:00Z");

        world.drain();

        assertThat(world.sent.values()).allMatch(messages -> messages.isEmpty());
        assertThat(world.row("a1")).doesNotContainKeys("sent_at", "retraction_sent_at");
    }

    @Test
    void onlyWhereAnAlertWasToldIsItRetracted() {
        world.outcomes.put(Channel.WEBHOOK, new Refused("answered 410"));
        world.fire("a1", NOON);
        world.drain();

        world.retract("a1", "2025-10-30T16:00:00Z");
        world.drain();

        assertThat(world.told(Channel.TOPIC)).containsExactly("a1-fired", "a1-retracted");
        assertThat(world.told(Channel.WEBHOOK)).containsExactly("a1-fired");
    }

    @Test
    void aWebhooksTroubleIsMarkedAndReportedAndRepeatsNothing() {
        world.outcomes.put(Channel.WEBHOOK, new Refused("answered 404"));
        world.fire("a1", NOON);

        world.drain();

        assertThat(world.told(Channel.TOPIC)).containsExactly("a1-fired");
        assertThat(world.told(Channel.SLACK)).containsExactly("a1-fired");
        assertThat(world.row("a1"))
                .containsEntry("webhook_failed", "answered 404")
                .doesNotContainKey("webhook_sent_at");
        assertThat(world.reports)
                .containsExactly("fired a1 was not taken by webhook: answered 404");
    }

    @Test
    void aWebhookThatCannotBeReachedIsTriedNoMoreInThatInvocation() {
        world.outcomes.put(Channel.WEBHOOK, new Unreachable("answered 503, 3 tries"));
        world.fire("a1", NOON);
        world.fire("a2", NOON);

        world.drainInOneInvocation();

        assertThat(world.told(Channel.TOPIC)).containsExactly("a1-fired", "a2-fired");
        assertThat(world.told(Channel.WEBHOOK)).containsExactly("a1-fired");
        assertThat(world.row("a1")).containsEntry("webhook_failed", "answered 503, 3 tries");
        assertThat(world.row("a2"))
                .containsEntry("webhook_failed", "not tried: it could not be reached just before");
        assertThat(world.reports).hasSize(2);
    }

    @Test
    void aChannelThatIsNewTellsNothingOld() {
        Map<String, String> told = Rows.with(Rows.fired("a1"), "sent_at", WALL);
        world.store(Rows.with(told, "status", "retracted"));

        world.drain();

        assertThat(world.told(Channel.TOPIC)).containsExactly("a1-retracted");
        assertThat(world.told(Channel.WEBHOOK)).isEmpty();
    }

    @Test
    void aRowThatIsNoAlertIsNamed() {
        world.store(Rows.with(Rows.fired("a1"), "close", "a lot"));

        assertThatThrownBy(world::drain)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("close of alert");
    }

    @Test
    void aLostMessageIsReportedAndNotRepeated() {
        World once = new World(Map.of("ALERT_DELIVERY", "at-most-once"), Channel.TOPIC);
        once.store(Rows.with(Rows.fired("a1"), "claimed_at", WALL));

        once.drain();

        assertThat(once.told(Channel.TOPIC)).isEmpty();
        assertThat(once.reports)
                .containsExactly(
                        "fired a1 may be lost on topic: claimed at %s and not marked as sent"
                                .formatted(WALL));
    }

    @ParameterizedTest
    @EnumSource(DeliveryMode.class)
    void everyModeHasAName(DeliveryMode mode) {
        String id = mode.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

        assertThat(DeliveryMode.of(id)).isEqualTo(mode);
        assertThatThrownBy(() -> DeliveryMode.of(id + "!"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
