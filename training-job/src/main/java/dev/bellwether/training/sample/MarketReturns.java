package dev.bellwether.training.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The returns of each day over the universe, and how many bars there are of it: what has to be
/// known of all symbols while one at a time is in memory.
public final class MarketReturns {
    private final Map<LocalDate, Day> days = new HashMap<>();

    private record Day(double sum, int returns, int bars) {
        static final Day NONE = new Day(0, 0, 0);
    }

    /// Of no symbol.
    public MarketReturns() {}

    /// Takes in a symbol; to be done in the same order for the same figures to the last digit.
    public void add(PriceSeries series) {
        for (int bar = 0; bar < series.size(); bar++) {
            Day day = days.getOrDefault(series.day(bar), Day.NONE);
            boolean hasReturn = series.segmentStart(bar) < bar;
            days.put(
                    series.day(bar),
                    new Day(
                            day.sum + (hasReturn ? series.logReturn(bar) : 0),
                            day.returns + (hasReturn ? 1 : 0),
                            day.bars + 1));
        }
    }

    /// The mean log return of the other symbols on a bar's day; 0 if there is none.
    ///
    /// @param own the symbol's series, with a return at that bar
    double ofOthers(PriceSeries own, int bar) {
        Day day = days.getOrDefault(own.day(bar), Day.NONE);
        return day.returns <= 1 ? 0 : (day.sum - own.logReturn(bar)) / (day.returns - 1);
    }

    /// How many bars there are of each day, over all symbols.
    SortedMap<LocalDate, Integer> barsByDay() {
        SortedMap<LocalDate, Integer> bars = new TreeMap<>();
        days.forEach((day, figures) -> bars.put(day, figures.bars));
        return bars;
    }
}
