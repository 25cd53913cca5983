package dev.bellwether.stream;

import dev.bellwether.market.Quote;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.bar.BarClosing;
import dev.bellwether.market.bar.BarScope;
import dev.bellwether.market.bar.KnownQuotes;
import dev.bellwether.market.bar.SampledBar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Brings the bars of a symbol up to date with its stored quotes.
///
/// Nothing is remembered: what new quotes can have closed or changed follows from their times
/// ([BarScope]), the figures follow from the stored quotes, and the version from the stored bar. So
/// a retry computes the same bars again, is told by the table that they are there, and writes
/// nothing.
///
/// What it costs: a symbol with a quote every 30 s comes once a minute, with two quotes. That reads
/// the last 40 quotes (3 read units) and writes the bars that closed (495 of a whole session, a
/// write unit each); the day's bar reads its quarters of an hour once more (3 units). 6 symbols:
/// 7,000 read and 3,000 write units a session. 500 symbols: 590,000 and 250,000, which is 0.23 USD
/// a day on demand (0.125 and 0.625 USD a million, us-east-1, 2026). Late quotes and corrections
/// cost the pages back to them, and the same few writes, of which those that change nothing are
/// refused (a unit each); so does a day that comes again. A decrease of the cumulative volume
/// writes all bars since the last quote that had no more.
final class SymbolBars {
    /// Sessions that lie further back are final: quotes of theirs may have expired, and bars may
    /// not be restated from what is left.
    static final Duration OPEN_TO_CHANGE = QuoteItem.KEPT.minusDays(7);

    private static final int MAX_TRIES = 5;

    private final BarTable table;
    private final TradingCalendar calendar;

    SymbolBars(BarTable table, TradingCalendar calendar) {
        this.table = table;
        this.calendar = calendar;
    }

    /// Writes, oldest first, the bars that these quotes closed or changed.
    ///
    /// @param arrived times of new quotes of the primary source, which are stored
    void update(Symbol symbol, NavigableSet<Instant> arrived) {
        QuotesBack back = QuotesBack.fromNewest(table, symbol);
        back.readMore();
        Instant newest =
                Stream.concat(
                                back.known().quotes().stream().map(Quote::timestamp),
                                Stream.of(arrived.last()))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        Map<Session, Instant> oldestOfSession = new TreeMap<>(Comparator.comparing(Session::open));
        arrived.forEach(at ->
                calendar.findLastOpened(at)
                        .ifPresent(session -> oldestOfSession.putIfAbsent(session, at)));
        oldestOfSession.forEach((session, oldest) -> {
            if (session.close().plus(OPEN_TO_CHANGE).isAfter(newest)) {
                Instant afterClose = session.close().plusSeconds(1);
                update(
                        new Arrival(symbol, session, oldest, arrived, newest),
                        // An old day that comes again: the days since need not be read.
                        back.isStillAfter(afterClose)
                                ? QuotesBack.before(table, symbol, afterClose)
                                : back);
            }
        });
    }

    /// New quotes of one session.
    private record Arrival(
            Symbol symbol,
            Session session,
            Instant oldest,
            NavigableSet<Instant> times,
            Instant newest) {}

    private void update(Arrival arrival, QuotesBack back) {
        KnownQuotes known = back.known();
        Optional<List<BarScope>> scopes = find(arrival, known);
        while (scopes.isEmpty() && back.hasMore()) {
            back.readMore();
            known = back.known();
            scopes = find(arrival, known);
        }
        for (BarScope scope : scopes.orElseThrow()) {
            for (SampledBar bar : closedBars(scope, arrival, known)) {
                write(bar, closedAt(bar, scope, arrival, known), arrival.newest);
            }
        }
    }

    private Optional<List<BarScope>> find(Arrival arrival, KnownQuotes known) {
        return BarScope.find(calendar, arrival.session, arrival.oldest, known);
    }

    private List<SampledBar> closedBars(BarScope scope, Arrival arrival, KnownQuotes known) {
        List<SampledBar> bars =
                new ArrayList<>(
                        scope.closedBars(
                                arrival.symbol, known, arrival.times.last(), arrival.newest));
        if (scope.closesTheDay(arrival.newest)) {
            Session session = scope.session();
            List<SampledBar> quarters = new ArrayList<>(scope.quarters(arrival.symbol, known));
            if (scope.from().isAfter(session.open())) {
                table.quartersOf(arrival.symbol, session).stream()
                        .filter(quarter -> quarter.start().isBefore(scope.from()))
                        .forEach(quarters::add);
            }
            SampledBar.ofDay(session.open(), quarters).ifPresent(bars::add);
        }
        return List.copyOf(bars);
    }

    /// Time of the quote that closed the bar: the oldest that does, if it is new, so that the
    /// batching does not matter. A bar that could have been closed before, but had no quote then,
    /// is as late as the newest.
    private static Instant closedAt(
            SampledBar bar, BarScope scope, Arrival arrival, KnownQuotes known) {
        return known.findOldestSince(
                        BarClosing.closesAt(bar.timeframe(), bar.start(), scope.session()))
                .filter(arrival.times::contains)
                .orElse(arrival.newest);
    }

    private void write(SampledBar bar, Instant closedAt, Instant newest) {
        Optional<SampledBar> stored = table.put(bar, closedAt);
        for (int tries = 1; stored.isPresent(); tries++) {
            if (stored.get().saysTheSameAs(bar)) {
                return;
            }
            if (tries == MAX_TRIES) {
                throw new WriteFailedException("Someone else restates %s".formatted(bar));
            }
            stored = table.put(bar.withVersion(stored.get().version() + 1), newest);
        }
    }
}
