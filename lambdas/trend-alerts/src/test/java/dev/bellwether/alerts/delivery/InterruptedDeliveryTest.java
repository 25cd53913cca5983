package dev.bellwether.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alerts.channel.Channel;
import dev.bellwether.alerts.delivery.Interruptions.Mishap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// One mishap at every call, before and after it: the story ends as without it, and costs what its
/// mode allows, one message of one channel.
class InterruptedDeliveryTest {
    private static final Channel[] ALL = Channel.values();
    private static final String MIDNIGHT = "2025-10-29T04:00:00Z";
    private static final String NOON = "2025-10-29T16:00:00Z";
    private static final Map<String, String> QUIET =
            Map.of("ALERT_QUIET_HOURS", "22:00-07:00", "ALERT_BUDGET", "2");
    private static final Map<String, String> ONCE =
            Map.of(
                    "ALERT_QUIET_HOURS",
                    "22:00-07:00",
                    "ALERT_BUDGET",
                    "2",
                    "ALERT_DELIVERY",
                    "at-most-once");

    /// Two within the budget and one over it, one held by the night, digest, retractions.
    private static World story(Map<String, String> environment, Calls calls) {
        World world = new World(environment, calls, ALL);
        world.fire("n1", MIDNIGHT);
        world.drain();
        world.digest("2025-10-29T11:05:00Z");
        world.drain();
        world.fire("a1", NOON);
        world.fire("a2", NOON);
        world.fire("a3", NOON);
        world.drain();
        world.retract("a1", NOON);
        world.drain();
        world.digest("2025-10-29T16:05:00Z");
        world.drain();
        world.retract("n1", MIDNIGHT);
        world.drain();
        world.digest("2025-10-30T11:05:00Z");
        world.drain();
        return world;
    }

    private static final List<String> UNDISTURBED =
            List.of(
                    "digest of [n1-fired]",
                    "a1-fired",
                    "a2-fired",
                    "a1-retracted",
                    "digest of [a3-fired]",
                    "digest of [n1-retracted]");

    @Test
    void theStoryHasSixMessages() {
        for (Map<String, String> environment : List.of(QUIET, ONCE)) {
            World world = story(environment, new Interruptions(Map.of()));

            for (Channel channel : ALL) {
                assertThat(world.told(channel)).containsExactlyElementsOf(UNDISTURBED);
            }
            assertThat(world.outbox.own).isEmpty();
            assertThat(world.reports).isEmpty();
        }
    }

    @Test
    void atLeastOnceOneMishapRepeatsAtMostOneMessageAndLosesNone() {
        everyMishap(
                QUIET,
                world -> {
                    int repeated = 0;
                    for (Channel channel : ALL) {
                        Set<String> told = new TreeSet<>(world.told(channel));
                        assertThat(told).containsExactlyInAnyOrderElementsOf(UNDISTURBED);
                        repeated += world.told(channel).size() - UNDISTURBED.size();
                        assertThat(ids(world, channel)).hasSize(UNDISTURBED.size());
                    }
                    return repeated;
                });
    }

    @Test
    void atMostOnceOneMishapLosesAtMostOneMessageReportsItAndRepeatsNone() {
        everyMishap(
                ONCE,
                world -> {
                    int lost = 0;
                    for (Channel channel : ALL) {
                        List<String> told = world.told(channel);
                        assertThat(told).doesNotHaveDuplicates();
                        lost += UNDISTURBED.size() - told.size();
                    }
                    if (lost > 0) {
                        assertThat(world.reports)
                                .isNotEmpty()
                                .allMatch(line -> line.contains("may be lost"));
                    }
                    // A message that may be lost is not retracted: its retraction is missing, too.
                    return lost > 1 ? lost - 1 : lost;
                });
    }

    private static Set<String> ids(World world, Channel channel) {
        Set<String> ids = new TreeSet<>();
        world.sent(channel).forEach(message -> ids.add(message.idempotencyKey()));
        return ids;
    }

    private static void everyMishap(
            Map<String, String> environment, Function<World, Integer> costOf) {
        Interruptions undisturbed = new Interruptions(Map.of());
        story(environment, undisturbed);
        int calls = undisturbed.count();
        assertThat(calls).isGreaterThan(80);
        for (int call = 0; call < calls; call++) {
            for (Mishap mishap : Mishap.values()) {
                World world = story(environment, new Interruptions(Map.of(call, mishap)));

                assertThat(costOf.apply(world)).as("%s at call %d", mishap, call).isBetween(0, 1);
                assertThat(world.outbox.own).as("%s at call %d", mishap, call).isEmpty();
            }
        }
    }
}
