package dev.bellwether.local;

import dev.bellwether.local.mapping.DrainReport;
import dev.bellwether.local.schedule.Firing;
import dev.bellwether.local.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Fires the schedules of a stretch of market time in order, as fast as the functions answer.
///
/// Streams are asked once in a batching window, for a batch is not complete before. Between two
/// moments that are further apart than every batching window, all streams are drained: on AWS
/// everything would long be delivered by then.
final class MarketDay {
    /// What schedules start.
    interface Targets {
        /// Returns when the target took the firing.
        ///
        /// @return when something falls due that this firing began, such as a delayed message
        Optional<Instant> fire(Firing firing);

        /// Ends the processes of functions that no longer run for a schedule.
        ///
        /// @param targetArns of schedules that are still to fire
        void stopAllBut(Set<String> targetArns);
    }

    /// Streams and queues that are read by functions.
    interface Deliveries {
        /// Delivers the batches of streams that are full or whose window has passed.
        DrainReport stepStreams(Instant marketNow);

        /// Delivers what is due in queues.
        DrainReport stepQueues(Instant marketNow);

        DrainReport drain();
    }

    /// Engines that know the time.
    interface MarketClock {
        void setNow(Instant marketNow);
    }

    private final Schedules schedules;
    private final Targets targets;
    private final Deliveries deliveries;
    private final MarketClock clock;
    private final Duration longestWindow;
    private final RunListener listener;
    private final Executor beside;
    private CompletableFuture<Void> streams = CompletableFuture.completedFuture(null);

    /// @param beside runs the delivery of streams while schedules go on firing
    MarketDay(
            Schedules schedules,
            Targets targets,
            Deliveries deliveries,
            MarketClock clock,
            Duration longestWindow,
            RunListener listener,
            Executor beside) {
        this.schedules = schedules;
        this.targets = targets;
        this.deliveries = deliveries;
        this.clock = clock;
        this.longestWindow = longestWindow;
        this.listener = listener;
        this.beside = beside;
    }

    void run(Instant fromInclusive, Instant toExclusive) {
        Queue<Firing> firings = new ArrayDeque<>(schedules.firings(fromInclusive, toExclusive));
        Queue<Instant> due = new PriorityQueue<>();
        Instant now = fromInclusive;
        Instant streamsAsked = fromInclusive;
        clock.setNow(now);
        drain(now); // what an earlier run was killed over
        for (Instant next = next(firings, due); next != null; next = next(firings, due)) {
            if (Duration.between(now, next).compareTo(longestWindow) > 0) {
                drain(now);
                streamsAsked = next;
                targets.stopAllBut(arns(firings));
            }
            now = next;
            clock.setNow(now);
            if (Duration.between(streamsAsked, now).compareTo(longestWindow) >= 0) {
                askStreams(now);
                streamsAsked = now;
            }
            if (due.removeIf(now::equals)) {
                deliveries.stepQueues(now);
            }
            while (!firings.isEmpty() && firings.element().scheduledTime().equals(now)) {
                targets.fire(firings.remove())
                        .filter(at -> at.isBefore(toExclusive))
                        .ifPresent(due::add);
            }
        }
        drain(now);
        targets.stopAllBut(Set.of());
    }

    /// Beside the firings that follow, as on AWS; at most one batching window behind them.
    private void askStreams(Instant now) {
        awaitStreams();
        streams = CompletableFuture.runAsync(() -> deliveries.stepStreams(now), beside);
    }

    private void awaitStreams() {
        try {
            streams.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static @Nullable Instant next(Queue<Firing> firings, Queue<Instant> due) {
        Firing firing = firings.peek();
        Instant wake = due.peek();
        if (firing == null) {
            return wake;
        }
        return wake != null && wake.isBefore(firing.scheduledTime())
                ? wake
                : firing.scheduledTime();
    }

    private void drain(Instant now) {
        awaitStreams();
        DrainReport report = deliveries.drain();
        listener.accept(new RunEvent.Drained(now, report.records(), List.copyOf(report.blocked())));
    }

    private static Set<String> arns(Queue<Firing> firings) {
        return firings.stream()
                .map(firing -> firing.schedule().targetArn())
                .collect(Collectors.toSet());
    }
}
