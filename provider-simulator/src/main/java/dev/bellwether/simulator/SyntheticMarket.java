package dev.bellwether.simulator;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/// A made-up market: each symbol's closes are a geometric random walk in cents over real sessions
/// of the exchange.
///
/// The same seed, last day and number of sessions give the same bytes on every machine: the
/// generator and the functions used are those whose results Java specifies exactly. A symbol's walk
/// does not depend on which other symbols there are.
public final class SyntheticMarket implements Market {
    /// Seed of the market that a demo shows when none is given: the first at which the standard
    /// rules fire twice on the last default day, where AMZN crosses its averages upwards and META
    /// downwards.
    public static final long DEFAULT_SEED = 7217;

    /// Last session of the default market, a Friday.
    public static final LocalDate DEFAULT_LAST_DAY = LocalDate.of(2026, 10, 30);

    /// Sessions of the default market, about three years.
    public static final int DEFAULT_SESSIONS = 750;

    /// Symbols of the default market; only their names are real.
    public static final List<Symbol> DEFAULT_SYMBOLS =
            Symbol.listOf("AAPL,AMZN,META,NFLX,GOOGL,NVDA");

    private static final double DAILY_DRIFT = 0.0003;
    private static final double OVERNIGHT_SHARE = 0.4;
    private static final long LEAST_CENTS = 100;

    private final NavigableMap<Symbol, NavigableMap<LocalDate, OhlcvBar>> bars = new TreeMap<>();

    /// A market of these symbols; throws IllegalArgumentException when there is no symbol, no
    /// session, or the last day has no session.
    public SyntheticMarket(long seed, Collection<Symbol> symbols, LocalDate lastDay, int sessions) {
        TradingCalendar calendar = TradingCalendar.nyse();
        if (symbols.isEmpty() || sessions < 1 || !calendar.isSession(lastDay)) {
            throw new IllegalArgumentException(
                    "A market needs a symbol, a session, and a last day that has one, not %s, %d and %s"
                            .formatted(symbols, sessions, lastDay));
        }
        List<LocalDate> days =
                calendar.sessions(calendar.plusSessions(lastDay, 1 - sessions), lastDay);
        for (Symbol symbol : symbols) {
            bars.put(symbol, Collections.unmodifiableNavigableMap(walk(seed, symbol, days)));
        }
    }

    /// The default market over these symbols.
    public static SyntheticMarket of(Collection<Symbol> symbols) {
        return new SyntheticMarket(DEFAULT_SEED, symbols, DEFAULT_LAST_DAY, DEFAULT_SESSIONS);
    }

    @Override
    public List<Symbol> symbols() {
        return List.copyOf(bars.keySet());
    }

    @Override
    public NavigableMap<LocalDate, OhlcvBar> bars(Symbol symbol) {
        return bars.getOrDefault(symbol, Collections.emptyNavigableMap());
    }

    @Override
    public byte[] dailyCsv(Symbol symbol) {
        if (!knows(symbol)) {
            throw new IllegalArgumentException("The synthetic market has no %s".formatted(symbol));
        }
        return AlphaVantageCsv.write(bars(symbol).values());
    }

    private static NavigableMap<LocalDate, OhlcvBar> walk(
            long seed, Symbol symbol, List<LocalDate> days) {
        Random random = Seeds.random(seed, symbol.value());
        double volatility = 0.010 + 0.015 * random.nextDouble();
        double usualVolume = 10_000_000 + 60_000_000 * random.nextDouble();
        long close = 5_000L + random.nextInt(35_000);
        NavigableMap<LocalDate, OhlcvBar> walk = new TreeMap<>();
        for (LocalDate day : days) {
            double overnight = volatility * OVERNIGHT_SHARE * random.nextGaussian();
            double session = volatility * StrictMath.sqrt(1 - OVERNIGHT_SHARE * OVERNIGHT_SHARE);
            long open = moved(close, overnight);
            close = moved(open, DAILY_DRIFT + session * random.nextGaussian());
            long high =
                    moved(Math.max(open, close), 0.5 * session * Math.abs(random.nextGaussian()));
            long low =
                    moved(Math.min(open, close), -0.5 * session * Math.abs(random.nextGaussian()));
            long volume = (long) (usualVolume * StrictMath.exp(0.3 * random.nextGaussian()));
            walk.put(
                    day,
                    new OhlcvBar(
                            symbol,
                            day,
                            price(open),
                            price(high),
                            price(low),
                            price(close),
                            volume,
                            Provider.ALPHA_VANTAGE));
        }
        return walk;
    }

    private static long moved(long cents, double logReturn) {
        return Math.max(LEAST_CENTS, Math.round(cents * StrictMath.exp(logReturn)));
    }

    private static BigDecimal price(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
