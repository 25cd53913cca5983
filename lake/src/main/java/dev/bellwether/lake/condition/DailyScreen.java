package dev.bellwether.lake.condition;

import dev.bellwether.lake.SourceBar;
import dev.bellwether.lake.action.AppliedActions;
import dev.bellwether.market.BarFlag;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Flags the daily bars of one series, oldest first, each against the last bar that is not suspect.
///
/// Suspect is a bar that is flat although shares were traded, one whose range has a price that
/// nothing else knows, and one at 50 times, or a fiftieth of, the last close that is not suspect,
/// in the same shares. A series that stays at such a level, for five bars at least and until its
/// end, has moved there: its first bar there is a jump that asks for an explanation.
public final class DailyScreen {
    /// Flag of a bar whose prices are out by orders of magnitude.
    public static final String HUNDREDFOLD = "hundredfold";

    private static final BigDecimal ORDERS_OF_MAGNITUDE = BigDecimal.valueOf(50);
    private static final int BARS_OF_A_NEW_LEVEL = 5;
    private static final Set<BarFlag> SUSPECT = EnumSet.of(BarFlag.FLAT, BarFlag.RANGE_SPIKE);

    private final List<OhlcvBar> series;
    private final AppliedActions splits;
    private final TradingCalendar calendar;
    private final NavigableMap<LocalDate, ScreenedBar> screened = new TreeMap<>();
    private final NavigableMap<LocalDate, OhlcvBar> trusted = new TreeMap<>();
    private @Nullable OhlcvBar outOf;
    private int outUntil;

    private DailyScreen(List<OhlcvBar> series, AppliedActions splits, TradingCalendar calendar) {
        this.series = series;
        this.splits = splits;
        this.calendar = calendar;
    }

    /// The screen of that series.
    ///
    /// @param bars of one series, in any order, one a day. A bar without open, close or volume is
    ///   not screened and compared with nothing.
    /// @param splits the splits that the series is not restated for
    public static DailyScreen of(
            List<SourceBar> bars, AppliedActions splits, TradingCalendar calendar) {
        NavigableMap<LocalDate, SourceBar> byDay = new TreeMap<>();
        bars.forEach(bar -> byDay.put(bar.tradingDay(), bar));
        List<OhlcvBar> whole = byDay.values().stream().flatMap(bar -> whole(bar).stream()).toList();
        DailyScreen screen = new DailyScreen(whole, splits, calendar);
        int index = 0;
        for (SourceBar bar : byDay.values()) {
            screen.add(bar, whole(bar).isPresent() ? index++ : -1);
        }
        return screen;
    }

    /// The bars by trading day.
    public NavigableMap<LocalDate, ScreenedBar> bars() {
        return screened;
    }

    /// What would be odd about another version of a bar of the series.
    public ScreenedBar judge(SourceBar version) {
        Optional<OhlcvBar> bar = whole(version);
        if (bar.isEmpty()) {
            return new ScreenedBar(version, List.of(), false);
        }
        Optional<OhlcvBar> before =
                Optional.ofNullable(trusted.lowerEntry(version.tradingDay()))
                        .map(entry -> entry.getValue());
        return judge(version, bar.get(), before, isFarOff(before.orElse(null), bar.get()));
    }

    /// The bar's four prices and volume; empty if it lacks one of them.
    public static Optional<OhlcvBar> whole(SourceBar bar) {
        BigDecimal open = bar.open();
        BigDecimal close = bar.close();
        Long volume = bar.volume();
        return open == null || close == null || volume == null
                ? Optional.empty()
                : Optional.of(
                        new OhlcvBar(
                                bar.symbol(),
                                bar.tradingDay(),
                                open,
                                bar.high(),
                                bar.low(),
                                close,
                                volume,
                                bar.provider()));
    }

    private void add(SourceBar bar, int index) {
        if (index < 0) {
            screened.put(bar.tradingDay(), new ScreenedBar(bar, List.of(), false));
            return;
        }
        OhlcvBar figures = series.get(index);
        Optional<OhlcvBar> before =
                Optional.ofNullable(trusted.lastEntry()).map(entry -> entry.getValue());
        ScreenedBar judged =
                judge(bar, figures, before, before.isPresent() && isOut(before.get(), index));
        screened.put(bar.tradingDay(), judged);
        if (!judged.suspect()) {
            trusted.put(bar.tradingDay(), figures);
        }
    }

    private ScreenedBar judge(
            SourceBar bar, OhlcvBar figures, Optional<OhlcvBar> before, boolean out) {
        Set<BarFlag> flags = BarFlag.of(figures, before, calendar);
        List<String> ids = new ArrayList<>(flags.stream().map(BarFlag::id).toList());
        if (out) {
            ids.add(HUNDREDFOLD);
        }
        return new ScreenedBar(bar, ids, out || flags.stream().anyMatch(SUSPECT::contains));
    }

    private boolean isOut(OhlcvBar before, int index) {
        if (!isFarOff(before, series.get(index))) {
            return false;
        }
        if (!before.equals(outOf)) {
            outOf = before;
            outUntil = indexOfReturn(before, index);
        }
        return outUntil < series.size() || series.size() - index < BARS_OF_A_NEW_LEVEL;
    }

    // Looked for once for all bars that are held against the same one.
    private int indexOfReturn(OhlcvBar before, int from) {
        int index = from + 1;
        while (index < series.size() && isFarOff(before, series.get(index))) {
            index++;
        }
        return index;
    }

    private boolean isFarOff(@Nullable OhlcvBar before, OhlcvBar bar) {
        if (before == null) {
            return false;
        }
        BigDecimal close = splits.restated(before.close(), before.tradingDay(), bar.tradingDay());
        return bar.close().compareTo(close.multiply(ORDERS_OF_MAGNITUDE)) >= 0
                || bar.close().multiply(ORDERS_OF_MAGNITUDE).compareTo(close) <= 0;
    }
}
