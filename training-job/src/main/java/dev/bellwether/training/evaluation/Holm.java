package dev.bellwether.training.evaluation;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// Holm's correction: with many tests, some look significant by chance. Keeps the probability of
/// even one false claim at the level.
public final class Holm {
    private Holm() {}

    /// The corrected p-values, comparable with the level as they are.
    public static <K extends Comparable<K>> Map<K, Double> correct(Map<K, Double> pValues) {
        Map<K, Double> corrected = new TreeMap<>();
        double largest = 0;
        int left = pValues.size();
        for (Map.Entry<K, Double> test :
                pValues.entrySet().stream()
                        .sorted(
                                Map.Entry.<K, Double>comparingByValue()
                                        .thenComparing(
                                                Map.Entry.comparingByKey(
                                                        Comparator.naturalOrder())))
                        .toList()) {
            largest = Math.max(largest, Math.min(1, left * test.getValue()));
            corrected.put(test.getKey(), largest);
            left--;
        }
        return corrected;
    }
}
