package dev.bellwether.market.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Times of one stock that match each other: of the same year, and as restless.
///
/// The mean that a time is held against leaves out those whose future holds what the time's fire
/// was made of: a rise that led to a fire would make the rest of its year look better than what
/// follows the fire. That would show as evidence on a random walk.
final class MatchedTimes {
    /// With fewer to choose from, a looser match is made.
    private static final int FEWEST = 8;

    private final StudySeries series;
    private final int horizon;
    private final int formation;
    private final double[] forward;
    private final double[] excess;

    /// Times by what they have in common; the tightest match comes first.
    private final List<Grouping> groupings;

    /// @param horizon how many bars ahead returns are taken
    /// @param formation how many bars before a fire it may have been made of
    MatchedTimes(StudySeries series, int horizon, int formation) {
        this.series = series;
        this.horizon = horizon;
        this.formation = formation;
        this.forward =
                IntStream.range(0, series.size())
                        .mapToDouble(i ->
                                series.hasForward(i, horizon)
                                        ? series.forward(i, horizon)
                                        : Double.NaN)
                        .toArray();
        this.groupings =
                List.of(
                        group(i -> series.year(i) + " " + series.bucket(i)),
                        group(i -> Integer.toString(series.year(i))),
                        group(i -> Integer.toString(series.bucket(i))));
        this.excess =
                IntStream.range(0, forward.length).mapToDouble(i -> forward[i] - mean(i)).toArray();
    }

    private record Grouping(IntFunction<String> key, Map<String, int[]> members) {
        int[] with(int index) {
            return members.getOrDefault(key.apply(index), new int[0]);
        }
    }

    private Grouping group(IntFunction<String> key) {
        Map<String, IntStream.Builder> members = new HashMap<>();
        for (int i = 0; i < forward.length; i++) {
            if (!Double.isNaN(forward[i])) {
                members.computeIfAbsent(key.apply(i), _ -> IntStream.builder()).add(i);
            }
        }
        Map<String, int[]> groups = new HashMap<>();
        members.forEach((name, group) -> groups.put(name, group.build().toArray()));
        return new Grouping(key, groups);
    }

    StudySeries series() {
        return series;
    }

    /// Whether a return follows, and there are times to hold it against.
    boolean isComparable(int index) {
        return index >= 0 && index < excess.length && !Double.isNaN(excess[index]);
    }

    double forward(int index) {
        return forward[index];
    }

    /// The return after a time less the mean of its matches.
    double excess(int index) {
        return excess[index];
    }

    /// The times that a time can be exchanged with, itself among them.
    int[] pool(int index) {
        return groupings.stream()
                .map(grouping ->
                        IntStream.of(grouping.with(index)).filter(this::isComparable).toArray())
                .filter(found -> found.length >= FEWEST)
                .findFirst()
                .orElse(new int[] {index});
    }

    private double mean(int index) {
        for (Grouping grouping : groupings) {
            double sum = 0;
            int count = 0;
            for (int at : grouping.with(index)) {
                if (at >= index + horizon || at + horizon <= index - formation) {
                    sum += forward[at];
                    count++;
                }
            }
            if (count >= FEWEST) {
                return sum / count;
            }
        }
        return Double.NaN;
    }
}
