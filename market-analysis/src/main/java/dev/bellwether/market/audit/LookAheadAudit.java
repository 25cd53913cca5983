package dev.bellwether.market.audit;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.audit.AuditSubject.Output;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/// Finds out whether something uses what was not known yet: knowledge is cut off at a time, and
/// nothing that is said about bars before may change.
///
/// A series is cut after every bar when it is short; else after bars drawn with a fixed seed, and
/// around each split.
///
/// @param timeframe of the bars, which says when one is known
/// @param mostCuts at how many bars a series is cut at most, besides those around splits
/// @param seed of the draw
public record LookAheadAudit(Timeframe timeframe, int mostCuts, long seed) {
    /// What came out.
    ///
    /// @param differences cuts at which something changed
    /// @param first the earliest of them
    public record Report(int bars, int cuts, int differences, Optional<Difference> first) {}

    /// Something that is said of a bar changes when later knowledge is taken away.
    ///
    /// @param cut the last bar that was known
    /// @param about the bar that it is said of
    /// @param withAll what is said with all knowledge; empty for nothing
    /// @param cutOff what is said without the later one; empty for nothing
    public record Difference(
            Instant cut, Instant about, Optional<String> withAll, Optional<String> cutOff) {}

    /// Audits a subject over one series.
    ///
    /// @param ascending oldest first
    public Report audit(AuditSubject subject, List<ClosedBar> ascending, SeriesFacts facts) {
        List<Output> withAll = subject.outputs(ascending, facts);
        NavigableSet<Integer> cuts = cuts(ascending, facts);
        int differences = 0;
        Optional<Difference> first = Optional.empty();
        for (int cut : cuts) {
            ClosedBar last = ascending.get(cut);
            List<Output> cutOff =
                    subject.outputs(
                            ascending.subList(0, cut + 1), facts.asOf(timeframe.knownAt(last)));
            Optional<Difference> difference = compare(last, withAll, cutOff);
            differences += difference.isPresent() ? 1 : 0;
            first = first.or(() -> difference);
        }
        return new Report(ascending.size(), cuts.size(), differences, first);
    }

    /// Indices of the bars after which knowledge is cut off.
    NavigableSet<Integer> cuts(List<ClosedBar> ascending, SeriesFacts facts) {
        NavigableSet<Integer> cuts = new TreeSet<>();
        if (ascending.size() <= mostCuts) {
            for (int i = 0; i < ascending.size(); i++) {
                cuts.add(i);
            }
            return cuts;
        }
        Random random = new Random(seed);
        while (cuts.size() < mostCuts) {
            cuts.add(random.nextInt(ascending.size()));
        }
        facts.splits().forEach(split -> addAround(cuts, split, ascending));
        return cuts;
    }

    private void addAround(NavigableSet<Integer> cuts, Split split, List<ClosedBar> ascending) {
        for (int i = 1; i < ascending.size(); i++) {
            ClosedBar before = ascending.get(i - 1);
            ClosedBar bar = ascending.get(i);
            boolean takesEffect =
                    before.tradingDay().isBefore(split.effectiveDay())
                            && !bar.tradingDay().isBefore(split.effectiveDay());
            boolean isLearned =
                    timeframe.knownAt(before).isBefore(split.knownAt())
                            && !timeframe.knownAt(bar).isBefore(split.knownAt());
            if (takesEffect || isLearned) {
                cuts.add(i - 1);
                cuts.add(i);
            }
        }
    }

    private static Optional<Difference> compare(
            ClosedBar last, List<Output> withAll, List<Output> cutOff) {
        List<Output> before =
                withAll.stream()
                        .filter(output -> !output.barStart().isAfter(last.start()))
                        .toList();
        for (int i = 0; i < Math.max(before.size(), cutOff.size()); i++) {
            Optional<Output> full =
                    i < before.size() ? Optional.of(before.get(i)) : Optional.empty();
            Optional<Output> cut =
                    i < cutOff.size() ? Optional.of(cutOff.get(i)) : Optional.empty();
            if (!full.equals(cut)) {
                return Optional.of(
                        new Difference(
                                last.start(),
                                full.or(() -> cut).orElseThrow().barStart(),
                                full.map(Output::text),
                                cut.map(Output::text)));
            }
        }
        return Optional.empty();
    }
}
