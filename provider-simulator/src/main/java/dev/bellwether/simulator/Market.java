package dev.bellwether.simulator;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/// What the simulated providers know: daily bars of some symbols, up to a last day. It never
/// changes and knows no clock.
public interface Market {
    /// The symbols it knows, in order of their names.
    List<Symbol> symbols();

    /// The symbol's possible daily bars by day; empty for an unknown symbol.
    NavigableMap<LocalDate, OhlcvBar> bars(Symbol symbol);

    /// The whole history as Alpha Vantage answers it under `datatype=csv`, with whatever is wrong
    /// in it; throws IllegalArgumentException for an unknown symbol.
    byte[] dailyCsv(Symbol symbol);

    /// The symbol's corporate actions as Alpha Vantage answers them under `datatype=csv`: just the
    /// header when there are none.
    default byte[] actionsCsv(Symbol symbol, ActionKind kind) {
        return (kind.header() + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /// Whether the market knows the symbol, even if none of its rows can be read.
    default boolean knows(Symbol symbol) {
        return symbols().contains(symbol);
    }

    /// The day of the symbol's newest bar.
    default Optional<LocalDate> findLastDay(Symbol symbol) {
        NavigableMap<LocalDate, OhlcvBar> bars = bars(symbol);
        return bars.isEmpty() ? Optional.empty() : Optional.of(bars.lastKey());
    }

    /// The latest trading day of all symbols.
    default LocalDate runDay() {
        return runDay(symbols());
    }

    /// The latest trading day of these symbols: the newest session that any of them has a bar of.
    /// Throws IllegalStateException when there is none.
    default LocalDate runDay(Collection<Symbol> among) {
        TradingCalendar calendar = TradingCalendar.nyse();
        return among.stream()
                .flatMap(symbol ->
                        bars(symbol).descendingKeySet().stream()
                                .filter(day -> calendar.covers(day) && calendar.isSession(day))
                                .limit(1))
                .max(LocalDate::compareTo)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "No symbol of %s has a bar on a day that the exchange was open: there is no day to run"
                                        .formatted(among)));
    }
}
