package dev.bellwether.lake.condition;

import java.math.BigDecimal;
import java.util.List;

/// Which ratio of shares a jump of the price resembles. A hint for whoever looks at a case, and
/// never a split.
final class LikelyRatio {
    private static final double WITHIN = 0.05;
    private static final List<int[]> RATIOS =
            List.of(
                    new int[] {3, 2},
                    new int[] {5, 3},
                    new int[] {2, 1},
                    new int[] {5, 2},
                    new int[] {3, 1},
                    new int[] {4, 1},
                    new int[] {5, 1},
                    new int[] {6, 1},
                    new int[] {7, 1},
                    new int[] {8, 1},
                    new int[] {10, 1},
                    new int[] {15, 1},
                    new int[] {20, 1},
                    new int[] {25, 1},
                    new int[] {30, 1},
                    new int[] {50, 1},
                    new int[] {100, 1});

    private LikelyRatio() {}

    /// Such as `2:1`, or `1:10` for a rise; empty if nothing usual is within 5 %.
    static String of(BigDecimal before, BigDecimal after) {
        double fall = before.doubleValue() / after.doubleValue();
        String nearest = "";
        double smallest = WITHIN;
        for (int[] ratio : RATIOS) {
            double usual = (double) ratio[0] / ratio[1];
            double miss = Math.abs(Math.max(fall, 1 / fall) / usual - 1);
            if (miss <= smallest) {
                smallest = miss;
                nearest = fall > 1 ? ratio[0] + ":" + ratio[1] : ratio[1] + ":" + ratio[0];
            }
        }
        return nearest;
    }
}
