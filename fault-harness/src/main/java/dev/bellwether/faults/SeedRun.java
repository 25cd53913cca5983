package dev.bellwether.faults;

import dev.bellwether.faults.Deliveries.Interruption;
import dev.bellwether.faults.Violation.Kind;
import dev.bellwether.faults.market.Action;
import dev.bellwether.faults.market.AlertReference;
import dev.bellwether.faults.market.AlertRows;
import dev.bellwether.faults.market.DailyRules;
import dev.bellwether.faults.market.SentRecord;
import dev.bellwether.faults.market.Workload;
import dev.bellwether.faults.plan.FaultKind;
import dev.bellwether.faults.plan.FaultPlan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// One seed: its workload, its faults, and what came of them. The same seed does the same.
public final class SeedRun {
    private static final int MOST_SPLITS = 3;
    private static final int MOST_TIME_JUMPS = 1;

    private final long seed;
    private final SplittableRandom pace;
    private final Workload workload;
    private final World world;
    private final PollerRun poller;
    private final AlertReference reference = new AlertReference();
    private final int actionsAStep;
    private int splits;
    private int timeJumps;

    private SeedRun(long seed, Alterations alterations) {
        this.seed = seed;
        SplittableRandom random = new SplittableRandom(seed);
        this.workload = Workload.drawnFrom(random.split());
        this.world = new World(FaultPlan.drawnFrom(random.split()), alterations);
        this.poller = new PollerRun(world, alterations);
        this.pace = random.split();
        this.actionsAStep = pace.nextInt(2, 40);
    }

    /// Runs a seed, which decides everything.
    public static SeedReport run(long seed) {
        return run(seed, Alterations.NONE);
    }

    static SeedReport run(long seed, Alterations alterations) {
        return new SeedRun(seed, alterations).run();
    }

    private SeedReport run() {
        List<Violation> violations = new ArrayList<>();
        try {
            DailyRules.rows().forEach(world.table::put);
            for (Action action : workload.actions()) {
                act(action);
                if (pace.nextInt(actionsAStep) == 0) {
                    turn();
                }
            }
            world.plan.end();
            settle();
            violations.addAll(check());
        } catch (RuntimeException | AssertionError e) {
            violations.add(
                    new Violation(
                            Kind.BROKEN,
                            "the run ended with %s at %s"
                                    .formatted(e, List.of(e.getStackTrace()).getFirst())));
        }
        return report(violations);
    }

    private void act(Action action) {
        switch (action) {
            case Action.SendRecord(SentRecord sent) ->
                    world.kinesis.put(
                            sent.partitionKey(), sent.data().getBytes(StandardCharsets.UTF_8));
            case Action.StoreBars(var bars) ->
                    bars.forEach(bar -> {
                        world.table.put(bar.item());
                        reference.stored(bar);
                    });
            case Action.StoreItem(var item) -> world.table.put(item);
            case Action.Settle() -> settle();
        }
    }

    private void turn() {
        world.clock.advance(Duration.ofSeconds(pace.nextInt(1, 45)));
        if (timeJumps < MOST_TIME_JUMPS && world.plan.strikes(FaultKind.TIME_JUMP, "13 hours")) {
            timeJumps++;
            world.clock.advance(Duration.ofHours(13));
        }
        if (splits < MOST_SPLITS && world.plan.strikes(FaultKind.SHARD_SPLIT, "quotes")) {
            splits++;
            world.kinesis.split();
        }
        if (splits < MOST_SPLITS && world.plan.strikes(FaultKind.SHARD_SPLIT, "changes")) {
            splits++;
            world.table.splitStream();
        }
        poller.step();
    }

    private void settle() {
        poller.drain();
    }

    private List<Violation> check() {
        GivenUp givenUp = GivenUp.in(world.failures);
        List<Violation> violations = new ArrayList<>();
        world.thrown().forEach(text -> violations.add(new Violation(Kind.BROKEN, text)));
        violations.addAll(QuoteCheck.violations(world, workload.records(), givenUp));
        violations.addAll(SampledCheck.violations(world, workload.records(), givenUp));
        violations.addAll(AlertCheck.violations(world, reference, workload, givenUp));
        violations.addAll(tooEarly(givenUp));
        int comesAgain = poller.restart().records();
        if (comesAgain > 0) {
            violations.add(
                    new Violation(
                            Kind.WRONG_CHECKPOINT,
                            "%d acknowledged records come again after a restart"
                                    .formatted(comesAgain)));
        }
        return violations;
    }

    /// No record is given up before it failed as often as the template has it.
    private List<Violation> tooEarly(GivenUp givenUp) {
        List<Violation> violations = new ArrayList<>();
        tooEarly(World.QUOTES, givenUp.quotes().keySet(), givenUp, violations);
        tooEarly(World.CHANGES, givenUp.changes().keySet(), givenUp, violations);
        return violations;
    }

    private void tooEarly(
            String mapping, Set<String> records, GivenUp givenUp, List<Violation> violations) {
        int tries = 1 + MappingSettings.declared(mapping).path("maximumRetryAttempts").asInt();
        for (String sequenceNumber : records) {
            int failed = world.attempts.failedWith(sequenceNumber);
            if (!givenUp.tooOld().contains(sequenceNumber) && failed < tries) {
                violations.add(
                        new Violation(
                                Kind.WRONG_GIVING_UP,
                                "record %s of %s was given up after %d tries"
                                        .formatted(sequenceNumber, mapping, failed)));
            }
        }
    }

    private SeedReport report(List<Violation> violations) {
        Map<String, Integer> published = world.deliveries.published();
        int messages = published.values().stream().mapToInt(Integer::intValue).sum();
        return new SeedReport(
                seed,
                violations,
                world.plan.struck(),
                (int)
                        workload.records().stream()
                                .flatMap(record -> record.quote().stream())
                                .map(SentRecord.SentQuote::identity)
                                .distinct()
                                .count(),
                TableCounts.of(world.table.items()),
                messages,
                published.entrySet().stream()
                        .filter(message -> message.getKey().startsWith(AlertRows.RETRACTED))
                        .mapToInt(Map.Entry::getValue)
                        .sum(),
                messages - published.size(),
                world.deliveries.interruptions(Interruption.CRASH),
                world.deliveries.interruptions(Interruption.FAILED_CALL),
                GivenUp.in(world.failures).size(),
                world.kinesis.overtaken() + world.table.overtaken(),
                world.attempts.invocations());
    }
}
