package dev.bellwether.training;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.TradingCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A symbol's bars as samples.
///
/// Bars are as traded, so a split is a jump of the close that no one gained or lost by. A sample is
/// dropped when a return beyond plus or minus 35 % is among those that its features or its target
/// are made of, which real crashes of that size are too, and when bars are missing between its day
/// and its target.
///
/// @param samples oldest first
/// @param latest features at the newest close; empty when there are too few bars or a jump is among
///   them
/// @param dropped how many samples were dropped
record SampleTable(List<Sample> samples, Optional<double[]> latest, int dropped) {
    private static final double LARGEST_RISE = 1.35;
    private static final double LARGEST_FALL = 0.65;

    static SampleTable of(List<OhlcvBar> bars, int horizon) {
        List<Sample> samples = new ArrayList<>();
        int[] jumpsThrough = jumpsThrough(bars);
        int dropped = 0;
        for (int at = Features.BARS_BEFORE; at + horizon < bars.size(); at++) {
            int target = at + horizon;
            boolean jumps = jumpsThrough[target] > jumpsThrough[at - Features.BARS_BEFORE];
            if (jumps || missesBars(bars, at, target)) {
                dropped++;
            } else {
                double ahead =
                        bars.get(target).close().doubleValue() / bars.get(at).close().doubleValue();
                samples.add(
                        new Sample(
                                bars.get(at).tradingDay(), Features.of(bars, at), Math.log(ahead)));
            }
        }
        int last = bars.size() - 1;
        boolean foreseeable =
                last >= Features.BARS_BEFORE
                        && jumpsThrough[last] == jumpsThrough[last - Features.BARS_BEFORE];
        return new SampleTable(
                List.copyOf(samples),
                foreseeable ? Optional.of(Features.of(bars, last)) : Optional.empty(),
                dropped);
    }

    // How many jumps there were up to and including each bar.
    private static int[] jumpsThrough(List<OhlcvBar> bars) {
        int[] jumps = new int[bars.size()];
        for (int i = 1; i < jumps.length; i++) {
            double ratio =
                    bars.get(i).close().doubleValue() / bars.get(i - 1).close().doubleValue();
            jumps[i] = jumps[i - 1] + (ratio > LARGEST_RISE || ratio < LARGEST_FALL ? 1 : 0);
        }
        return jumps;
    }

    private static boolean missesBars(List<OhlcvBar> bars, int at, int target) {
        int sessions =
                TradingCalendar.nyse()
                        .sessionsBetween(bars.get(at).tradingDay(), bars.get(target).tradingDay());
        return sessions != target - at;
    }
}
