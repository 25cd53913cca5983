package dev.bellwether.localstack.mapping;

import dev.bellwether.localstack.mapping.MappingCase.Source;
import dev.bellwether.localstack.mapping.MappingCase.Step;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Acts out all cases at the same time on one side, so that their waits overlap.
final class MappingRun {
    /// How soon a stream's last record comes when nothing is before it.
    private static final Duration LAST = Duration.ofSeconds(20);

    private final Side side;
    private final Map<String, Stage> stages;

    /// Services limit how many streams are made at a time.
    private final Semaphore creations = new Semaphore(3, true);

    private MappingRun(Side side, Map<String, Stage> stages) {
        this.side = side;
        this.stages = stages;
    }

    /// Stages by the name of the cases' sources, for a [Controller].
    static Map<String, Stage> stages(List<MappingCase> rows) {
        Map<String, Stage> stages = new ConcurrentHashMap<>();
        rows.forEach(row -> stages.put(row.id(), new Stage(row)));
        return stages;
    }

    static Map<MappingCase, Outcome> of(
            Side side, List<MappingCase> rows, Map<String, Stage> stages) {
        var run = new MappingRun(side, stages);
        Map<MappingCase, Future<Outcome>> running = new HashMap<>();
        Map<MappingCase, Outcome> outcomes = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            rows.stream()
                    .sorted(Comparator.comparing(MappingRun::beginsLate))
                    .forEach(row -> running.put(row, threads.submit(() -> run.outcome(row))));
            for (MappingCase row : rows) {
                outcomes.put(row, running.get(row).get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A case failed on " + side.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted on " + side.name(), e);
        }
        return outcomes;
    }

    /// Cases that let time pass are not kept waiting by the others.
    private static boolean beginsLate(MappingCase row) {
        return row.steps().stream().noneMatch(Step.LetPass.class::isInstance);
    }

    private Outcome outcome(MappingCase row) {
        Stage stage = stages.get(row.id());
        create(row, stage);
        try {
            row.steps().forEach(step -> act(step, row, stage));
        } catch (IllegalArgumentException e) {
            return Outcome.of("refused", "");
        }
        Outcome wanted = Differences.wanted(side.name(), row);
        stage.await(
                side.patience(),
                () ->
                        stage.seen().equals(withoutEnd(wanted))
                                && givenUp(row, stage).equals(wanted.givenUp()));
        boolean ended = row.source() == Source.QUEUE ? isEmpty(row, stage) : end(row, stage);
        return new Outcome(withEnd(stage.seen(), ended), givenUp(row, stage));
    }

    private static List<String> withoutEnd(Outcome wanted) {
        return wanted.invocations().stream().filter(one -> !one.equals(Outcome.STUCK)).toList();
    }

    private static List<String> withEnd(List<String> seen, boolean ended) {
        return ended ? seen : Stream.concat(seen.stream(), Stream.of(Outcome.STUCK)).toList();
    }

    private void create(MappingCase row, Stage stage) {
        creations.acquireUninterruptibly();
        try {
            side.sources().create(row);
            if (!stage.await(Duration.ofSeconds(30), () -> side.sources().isReady(row))) {
                throw new IllegalStateException("Source of case %s is not ready".formatted(row));
            }
        } finally {
            creations.release();
        }
    }

    private void act(Step step, MappingCase row, Stage stage) {
        switch (step) {
            case Step.Put(List<Item> items) -> {
                side.beforePut(row);
                side.sources().put(row, items);
            }
            case Step.Open() -> {
                side.open(row, stage);
                if (row.settings().startingPosition().equals("LATEST")) {
                    awaitBegun(row, stage);
                }
            }
            case Step.LetPass(Duration time) -> side.letPass(row, stage, time);
            case Step.AwaitInvocations(int count) ->
                    stage.await(side.patience(), () -> stage.count() >= count);
        }
    }

    /// Creation of a mapping is eventually consistent: with LATEST it may miss what comes at once.
    ///
    /// https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-create.html
    private void awaitBegun(MappingCase row, Stage stage) {
        var probes = new AtomicInteger();
        boolean begun =
                stage.await(
                        side.patience(),
                        () -> {
                            Item probe = Item.probe(probes.incrementAndGet());
                            side.sources().put(row, List.of(probe));
                            return stage.await(
                                    Duration.ofSeconds(2), () -> stage.count(probe.name()) > 0);
                        });
        if (!begun) {
            throw new IllegalStateException("The mapping of case %s does not read".formatted(row));
        }
    }

    private boolean isEmpty(MappingCase row, Stage stage) {
        return stage.await(LAST, () -> side.sources().isEmptyQueue(row));
    }

    /// A shard is in order: when its last record has come, nothing more will.
    private boolean end(MappingCase row, Stage stage) {
        int shards = row.settings().shards();
        side.beforePut(row);
        side.sources().put(row, IntStream.range(0, shards).mapToObj(Item.END::onShard).toList());
        return stage.await(LAST, () -> stage.count(Item.END.name()) == shards);
    }

    private List<String> givenUp(MappingCase row, Stage stage) {
        var failures = side.sources().failuresOf(row);
        if (row.source() == Source.QUEUE) {
            return failures.values().stream().map(EventRecord::name).sorted().toList();
        }
        return failures.entrySet().stream()
                .map(one ->
                        new DiscardedRecord(row, one.getKey(), EventRecord.json(one.getValue()))
                                .text(stage))
                .sorted()
                .toList();
    }
}
