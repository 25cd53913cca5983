package dev.bellwether.market.study;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// What came after fires against what came after times that match them.
///
/// @param fires how many were compared
/// @param leftOut how many were not: too near the end, next to a jump without a known split, or
///   without enough times to match
/// @param afterFires mean logarithmic return after them
/// @param difference by how much it is above the mean of the matching times
/// @param lower lower end of the 95 % interval of the difference
/// @param upper its upper end
/// @param p how often a random placing of the fires gives at least as large a difference; empty
///   when there are too few fires to say
record Comparison(
        int fires,
        int leftOut,
        double afterFires,
        double difference,
        double lower,
        double upper,
        Optional<Double> p) {
    private static final int FEWEST_FIRES = 10;
    private static final int FEWEST_BLOCKS = 8;
    private static final double TAIL = 0.025;

    static Comparison of(List<StudyEvent> events, int horizon, int draws, Random random) {
        List<StudyEvent> compared =
                events.stream().filter(event -> event.times().isComparable(event.index())).toList();
        int leftOut = events.size() - compared.size();
        if (compared.isEmpty()) {
            return new Comparison(
                    0, leftOut, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Optional.empty());
        }
        List<List<StudyEvent>> blocks = EventBlocks.of(compared, horizon);
        double difference = sum(compared) / compared.size();
        double[] interval = interval(blocks, draws, random);
        boolean isEnough = compared.size() >= FEWEST_FIRES && blocks.size() >= FEWEST_BLOCKS;
        return new Comparison(
                compared.size(),
                leftOut,
                compared.stream()
                        .mapToDouble(event -> event.times().forward(event.index()))
                        .average()
                        .orElseThrow(),
                difference,
                interval[0],
                interval[1],
                isEnough
                        ? Optional.of(p(blocks, difference, compared.size(), draws, random))
                        : Optional.empty());
    }

    private static double sum(List<StudyEvent> events) {
        return events.stream().mapToDouble(event -> event.times().excess(event.index())).sum();
    }

    private static double p(
            List<List<StudyEvent>> blocks, double difference, int fires, int draws, Random random) {
        Map<StudyEvent, int[]> pools = new HashMap<>();
        blocks.forEach(block ->
                block.forEach(event -> pools.put(event, event.times().pool(event.index()))));
        int asLarge = 0;
        for (int draw = 0; draw < draws; draw++) {
            double sum = 0;
            for (List<StudyEvent> block : blocks) {
                sum += placed(block, pools, random);
            }
            asLarge += Math.abs(sum / fires) >= Math.abs(difference) ? 1 : 0;
        }
        return (1.0 + asLarge) / (1.0 + draws);
    }

    // The block's fires keep their distances, as far as the series reach.
    private static double placed(
            List<StudyEvent> block, Map<StudyEvent, int[]> pools, Random random) {
        StudyEvent first = block.getFirst();
        int shift = place(first, pools, random) - first.index();
        double sum = 0;
        for (StudyEvent event : block) {
            int together = event.index() + shift;
            sum +=
                    event.times()
                            .excess(
                                    event.times().isComparable(together)
                                            ? together
                                            : place(event, pools, random));
        }
        return sum;
    }

    private static int place(StudyEvent event, Map<StudyEvent, int[]> pools, Random random) {
        int[] pool = pools.getOrDefault(event, new int[] {event.index()});
        return pool[random.nextInt(pool.length)];
    }

    private static double[] interval(List<List<StudyEvent>> blocks, int draws, Random random) {
        double[] sums = blocks.stream().mapToDouble(Comparison::sum).toArray();
        double[] differences = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            double sum = 0;
            int fires = 0;
            for (int i = 0; i < sums.length; i++) {
                int block = random.nextInt(sums.length);
                sum += sums[block];
                fires += blocks.get(block).size();
            }
            differences[draw] = sum / fires;
        }
        Arrays.sort(differences);
        int tail = (int) (TAIL * draws);
        return new double[] {differences[tail], differences[draws - 1 - tail]};
    }
}
