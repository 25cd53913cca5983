package dev.bellwether.market.study;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Holm's correction for several tests at once: held against the corrected values, the chance that
/// any of them finds something where there is nothing is at most the level.
///
/// Source: S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal
/// of Statistics 6 (1979).
final class HolmCorrection {
    private HolmCorrection() {}

    /// The corrected values, in the order of the given ones.
    static List<Double> correct(List<Double> values) {
        Double[] corrected = new Double[values.size()];
        double largest = 0;
        int left = values.size();
        for (int i :
                IntStream.range(0, values.size())
                        .boxed()
                        .sorted(Comparator.comparing(values::get))
                        .toList()) {
            largest = Math.max(largest, Math.min(1, left * values.get(i)));
            corrected[i] = largest;
            left--;
        }
        return List.of(corrected);
    }
}
