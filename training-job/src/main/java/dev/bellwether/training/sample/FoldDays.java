package dev.bellwether.training.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The days at which time is cut into folds, the same for all symbols.
///
/// The bars of the universe decide: the first fifth is only ever trained on; two folds of a tenth
/// each only choose the penalty; five folds of 12 % each judge.
///
/// @param starts first day of each fold, oldest first
public record FoldDays(List<LocalDate> starts) {
    /// Folds that judge: the last ones.
    public static final int JUDGING = 5;

    private static final double[] SHARES = {0.2, 0.3, 0.4, 0.52, 0.64, 0.76, 0.88};

    /// Folds in all.
    public static final int COUNT = SHARES.length;

    public FoldDays {
        starts = List.copyOf(starts);
    }

    /// The folds of a universe; throws IllegalArgumentException when it has no bars.
    public static FoldDays of(MarketReturns market) {
        Map<LocalDate, Integer> bars = market.barsByDay();
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("No bars cannot be cut into folds");
        }
        long all = bars.values().stream().mapToLong(Integer::longValue).sum();
        List<LocalDate> starts = new ArrayList<>();
        long before = 0;
        for (Map.Entry<LocalDate, Integer> day : bars.entrySet()) {
            while (starts.size() < COUNT && before >= SHARES[starts.size()] * all) {
                starts.add(day.getKey());
            }
            before += day.getValue();
        }
        LocalDate end = List.copyOf(bars.keySet()).getLast().plusDays(1);
        while (starts.size() < COUNT) {
            starts.add(end);
        }
        return new FoldDays(starts);
    }
}
