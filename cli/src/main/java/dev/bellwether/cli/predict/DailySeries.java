package dev.bellwether.cli.predict;

import dev.bellwether.lake.Interval;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.market.Basis;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.wire.DailyBarsCsv;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// A symbol's daily bars out of files, and the days that cannot be trusted.
final class DailySeries {
    private final Symbol symbol;
    private final NavigableMap<LocalDate, OhlcvBar> bars = new TreeMap<>();
    private final NavigableSet<LocalDate> degraded = new TreeSet<>();
    private Basis basis = Basis.RAW;

    DailySeries(Symbol symbol) {
        this.symbol = symbol;
    }

    /// Takes a bar in. The first of a day stays; another that says otherwise makes the day
    /// degraded.
    void take(SourceBar bar, Path file, PrintWriter errors) {
        BigDecimal open = bar.open();
        BigDecimal close = bar.close();
        Long volume = bar.volume();
        if (bar.interval() != Interval.ONE_DAY || open == null || close == null || volume == null) {
            skip(bar, file, "it is no whole bar of a day", errors);
            return;
        }
        if (bars.isEmpty()) {
            basis = bar.basis();
        }
        if (bar.basis() != basis) {
            String why = "its prices are %s, and others of the symbol %s";
            skip(bar, file, why.formatted(bar.basis().id(), basis.id()), errors);
            return;
        }
        Optional<String> problem = OhlcvBar.findProblem(open, bar.high(), bar.low(), close, volume);
        if (problem.isPresent()) {
            skip(bar, file, problem.get(), errors);
            return;
        }
        OhlcvBar taken =
                new OhlcvBar(
                        symbol,
                        bar.tradingDay(),
                        open,
                        bar.high(),
                        bar.low(),
                        close,
                        volume,
                        bar.provider());
        OhlcvBar before = bars.putIfAbsent(bar.tradingDay(), taken);
        if (before != null && before.close().compareTo(close) != 0) {
            skip(bar, file, "another row says otherwise of that day", errors);
        }
    }

    void degrade(LocalDate day) {
        degraded.add(day);
    }

    /// Says which bars are of days without session: no forecast is made of them.
    void warn(PrintWriter errors) {
        bars.keySet().stream()
                .filter(day -> !isSession(day))
                .forEach(day ->
                        errors.printf(
                                "warning: %s has a bar on %s, when there was no session; it is taken, and not trained on%n",
                                symbol, day));
    }

    boolean isEmpty() {
        return bars.isEmpty();
    }

    /// Whether splits are still in the prices.
    boolean isAsTraded() {
        return basis == Basis.RAW;
    }

    NavigableSet<LocalDate> degraded() {
        return degraded;
    }

    Optional<LocalDate> lastSession() {
        return bars.descendingKeySet().stream().filter(DailySeries::isSession).findFirst();
    }

    byte[] csv() {
        return DailyBarsCsv.write(bars.values(), TradingCalendar.nyse());
    }

    private void skip(SourceBar bar, Path file, String why, PrintWriter errors) {
        errors.printf("%s: %s %s rejected: %s%n", file, symbol, bar.tradingDay(), why);
        degrade(bar.tradingDay());
    }

    private static boolean isSession(LocalDate day) {
        TradingCalendar calendar = TradingCalendar.nyse();
        return calendar.covers(day) && calendar.isSession(day);
    }
}
