package dev.bellwether.faults;

import dev.bellwether.faults.plan.FaultKind;
import dev.bellwether.faults.plan.PollerKilled;
import dev.bellwether.local.function.InvocationOutcome.Answered;
import dev.bellwether.local.mapping.DrainReport;
import dev.bellwether.local.mapping.FunctionTarget;
import dev.bellwether.local.mapping.MappingServices;
import dev.bellwether.local.mapping.Mappings;
import dev.bellwether.local.template.EventSource;
import dev.bellwether.local.template.EventSourceMapping;
import dev.bellwether.local.wire.AwsErrorException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// local-aws's own poller over a [World], started again whenever it was killed.
final class PollerRun {
    private static final String FAILURES_ARN = "arn:aws:s3:::failures";
    private static final int MOST_DRAINS = 50;

    /// Longer than any batching window.
    private static final Duration WINDOW = Duration.ofSeconds(61);

    /// The bucket of given-up batches is not in reach.
    private static final class BucketAwayException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final List<EventSourceMapping> MAPPINGS =
            List.of(
                    MappingSettings.mapping(
                            World.QUOTES,
                            new EventSource.KinesisStream(
                                    "Quotes",
                                    "arn:aws:kinesis:us-east-1:000000000000:stream/Quotes"),
                            FAILURES_ARN),
                    MappingSettings.mapping(
                            World.CHANGES,
                            new EventSource.TableStream(
                                    "market",
                                    "arn:aws:dynamodb:us-east-1:000000000000:table/market/stream/1"),
                            FAILURES_ARN));

    private final World world;
    private final MappingServices services;
    private @Nullable Mappings mappings;
    private long ids;

    PollerRun(World world, Alterations alterations) {
        this.world = world;
        this.services =
                new MappingServices(
                        alterations.calls(world::call),
                        alterations.failures(this::keepGivenUp),
                        (_, _) -> {
                            throw new UnsupportedOperationException("No mapping has a topic");
                        },
                        world.clock,
                        () -> new UUID(0, ++ids),
                        new MemoryCheckpoints(world.plan),
                        () -> {},
                        failures ->
                                world.clock.advance(
                                        Duration.ofMillis(50L << Math.min(failures, 6))),
                        _ -> {});
    }

    private void keepGivenUp(String bucket, String key, byte[] content) {
        if (world.plan.strikes(FaultKind.DESTINATION_FAILED, "before " + key)) {
            throw new BucketAwayException();
        }
        world.failures.put(key, content);
        if (world.plan.strikes(FaultKind.DESTINATION_FAILED, "after " + key)) {
            throw new BucketAwayException();
        }
    }

    /// Delivers what is due. As in continuous polling, an error ends the turn and not the polling.
    void step() {
        try {
            opened().step(world.clock.instant());
        } catch (PollerKilled _) {
            mappings = null;
        } catch (AwsErrorException | BucketAwayException _) {
            // The next turn goes on where this one stopped.
        }
    }

    private Mappings opened() {
        Mappings open = mappings;
        if (open == null) {
            open = Mappings.open(MAPPINGS, world.functions(), services);
            mappings = open;
        }
        return open;
    }

    /// Delivers everything while nothing goes wrong.
    void drain() {
        world.plan.atPeace(() -> {
            for (int i = 0; i < MOST_DRAINS; i++) {
                world.clock.advance(WINDOW);
                if (opened().drain().records() == 0) {
                    return i;
                }
            }
            throw new IllegalStateException("The streams do not drain");
        });
    }

    /// Ends in good order, and starts once more from the checkpoints.
    ///
    /// @return what comes again though all was acknowledged
    DrainReport restart() {
        opened().close();
        Map<String, FunctionTarget> idle = new HashMap<>();
        world.functions()
                .forEach((name, target) ->
                        idle.put(
                                name,
                                new FunctionTarget(
                                        _ -> new Answered("{}".getBytes(StandardCharsets.UTF_8)),
                                        target.arn(),
                                        target.roleArn())));
        return world.plan.atPeace(() -> Mappings.open(MAPPINGS, idle, services).drain());
    }
}
