package dev.bellwether.alerts;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Series;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A closed bar as the table holds it: a provider's daily bar, or one that we made out of quotes.
///
/// @param sortKey its place among the symbol's bars of the feed and timeframe, in time order
/// @param feed id of the provider, or `sampled`
/// @param writtenAt market time at which it got its present figures
record StoredBar(
        Symbol symbol,
        String sortKey,
        String feed,
        Timeframe timeframe,
        ClosedBar bar,
        Instant writtenAt,
        Arrival arrival) {
    /// Whether a bar was there in time: of a late one nobody wants to be told.
    enum Arrival {
        IN_TIME,
        LATE
    }

    private static final String DAILY_PREFIX = "bar#1d#";
    private static final String SAMPLED_PREFIX = "sampled#";

    /// How long after its end a bar out of quotes is still news.
    private static final Duration NEWS = Duration.ofHours(1);

    /// Whether an item with that sort key is a bar.
    static boolean isBar(String sortKey) {
        return sortKey.startsWith(DAILY_PREFIX) || sortKey.startsWith(SAMPLED_PREFIX);
    }

    /// What the sort keys of a feed's bars begin with; empty where the table holds none.
    static Optional<String> prefix(String feed, Timeframe timeframe) {
        if (feed.equals(Series.SAMPLED)) {
            return Optional.of(SAMPLED_PREFIX + timeframe.id() + "#");
        }
        return timeframe == Timeframe.ONE_DAY ? Optional.of(DAILY_PREFIX) : Optional.empty();
    }

    /// Throws [MalformedItemException] when the item is no bar.
    static StoredBar of(Item item) {
        try {
            return item.text("sk").startsWith(DAILY_PREFIX) ? daily(item) : sampled(item);
        } catch (IllegalArgumentException e) {
            throw new MalformedItemException(String.valueOf(e.getMessage()), e);
        }
    }

    private static StoredBar daily(Item item) {
        OhlcvBar bar =
                new OhlcvBar(
                        item.symbol(),
                        item.day("trading_day"),
                        item.number("open"),
                        item.number("high"),
                        item.number("low"),
                        item.number("close"),
                        shares(item),
                        item.read("provider", Provider::of));
        // Only the run of the bar's own day makes news of it; a backfill names no day.
        boolean inTime =
                item.find("run_day").isPresent() && item.day("run_day").equals(bar.tradingDay());
        return new StoredBar(
                bar.symbol(),
                item.text("sk"),
                bar.provider().id(),
                Timeframe.ONE_DAY,
                ClosedBar.of(bar, version(item)),
                item.instant("scheduled_at"),
                inTime ? Arrival.IN_TIME : Arrival.LATE);
    }

    private static StoredBar sampled(Item item) {
        Timeframe timeframe = item.read("timeframe", Timeframe::of);
        LocalDate day = item.day("trading_day");
        BigDecimal open = item.number("open");
        BigDecimal high = item.number("high");
        BigDecimal low = item.number("low");
        BigDecimal close = item.number("close");
        long volume = shares(item);
        OhlcvBar.findProblem(open, high, low, close, volume)
                .ifPresent(problem -> {
                    throw new MalformedItemException(item.text("sk") + ": " + problem);
                });
        Instant start = item.instant("start");
        Instant closedAt = item.instant("closed_at");
        Duration length = timeframe.length().orElse(Duration.ofHours(7));
        boolean inTime = version(item) == 1 && !closedAt.isAfter(start.plus(length).plus(NEWS));
        return new StoredBar(
                item.symbol(),
                item.text("sk"),
                Series.SAMPLED,
                timeframe,
                new ClosedBar(start, day, open, high, low, close, volume, version(item)),
                closedAt,
                inTime ? Arrival.IN_TIME : Arrival.LATE);
    }

    private static long shares(Item item) {
        return item.read("volume", volume -> new BigDecimal(volume).longValueExact());
    }

    private static int version(Item item) {
        return item.find("version").isPresent()
                ? item.read("version", version -> new BigDecimal(version).intValueExact())
                : 1;
    }

    /// Whether prices and volume are the same numbers; `1.50` is `1.5`.
    boolean sameFigures(StoredBar other) {
        return bar.open().compareTo(other.bar.open()) == 0
                && bar.high().compareTo(other.bar.high()) == 0
                && bar.low().compareTo(other.bar.low()) == 0
                && bar.close().compareTo(other.bar.close()) == 0
                && bar.volume() == other.bar.volume();
    }
}
