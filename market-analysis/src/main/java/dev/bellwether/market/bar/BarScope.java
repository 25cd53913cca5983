package dev.bellwether.market.bar;

import dev.bellwether.market.Quote;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.TradingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which bars of a session new quotes can have closed or changed.
///
/// They are told by the quotes' times alone, not by what was stored when: let `p` be the newest
/// quote before the oldest new one. A bar that closed at `p` or earlier was written with the quotes
/// through `p`, and none of its quotes is new. So the bars that close after `p` are all there is to
/// look at, however often the same quotes come again and however batches are cut. A new quote with
/// less volume than `p` takes volume back from bars before `p`: then `p` is the newest quote before
/// it that says no more than the least of the new ones, for what lies before that one is bounded by
/// it already.
///
/// @param after bars that close after this instant, which is `p`'s, are in the scope; Instant.MIN
///   if the whole session is
/// @param from start of the oldest quarter of an hour that has to be known to compute them
public record BarScope(Session session, Instant after, Instant from) {
    private static final List<Timeframe> OF_QUOTES =
            List.of(Timeframe.ONE_MINUTE, Timeframe.FIVE_MINUTES, Timeframe.FIFTEEN_MINUTES);

    /// The scopes of new quotes, older session first; empty when the known ones do not reach back
    /// far enough to tell.
    ///
    /// @param session the one that the new quotes are of, or that closed before them
    /// @param oldestNew time of the oldest new quote, which is among the known
    public static Optional<List<BarScope>> find(
            TradingCalendar calendar, Session session, Instant oldestNew, KnownQuotes known) {
        Optional<Instant> previous = known.findNewestBefore(oldestNew).map(Quote::timestamp);
        if (previous.isEmpty() && !known.from().equals(Instant.MIN)) {
            return Optional.empty();
        }
        // The first quote after a session closes what is left of it.
        Stream<Session> sessions =
                Stream.concat(
                                previous
                                        .flatMap(calendar::findLastOpened)
                                        .filter(earlier -> !earlier.equals(session))
                                        .stream(),
                                Stream.of(session))
                        .filter(touched ->
                                previous.filter(at -> !at.isBefore(touched.close())).isEmpty());
        List<BarScope> scopes = new ArrayList<>();
        for (Session touched : sessions.toList()) {
            Optional<BarScope> scope = ofSession(touched, oldestNew, known);
            if (scope.isEmpty()) {
                return Optional.empty();
            }
            scopes.add(scope.get());
        }
        return Optional.of(List.copyOf(scopes));
    }

    private static Optional<BarScope> ofSession(
            Session session, Instant oldestNew, KnownQuotes known) {
        boolean whole = known.reachesBackTo(session.open());
        long least = known.leastVolumeSince(oldestNew, session);
        List<Instant> before =
                SessionTape.holding(session, known.quotes()).stream()
                        .filter(quote -> quote.timestamp().isBefore(oldestNew))
                        .filter(quote -> quote.volume() <= least)
                        .map(Quote::timestamp)
                        .toList();
        if (before.isEmpty()) {
            return Optional.of(new BarScope(session, Instant.MIN, session.open()))
                    .filter(_ -> whole);
        }
        Instant after = before.getLast();
        Instant reaching = after.minus(BarClosing.HORIZON);
        Instant from =
                Timeframe.FIFTEEN_MINUTES.startOf(
                        reaching.isBefore(session.open()) ? session.open() : reaching, session);
        // Volumes of the oldest bar are counted from the last quote before it.
        boolean counted =
                known.findNewestBefore(from)
                        .filter(quote -> session.isRunning(quote.timestamp()))
                        .isPresent();
        return Optional.of(new BarScope(session, after, from)).filter(_ -> whole || counted);
    }

    /// The bars in the scope that are closed, but for the day's, in the order in which they ended;
    /// of those that ended together the shorter first.
    ///
    /// New quotes of some time ago change nothing of what is much later: the last bar that they can
    /// change is the first one after them, whose volume is counted from the last quote before it.
    ///
    /// @param newestNew time of the newest new quote
    /// @param newest time of the symbol's newest quote
    public List<SampledBar> closedBars(
            Symbol symbol, KnownQuotes known, Instant newestNew, Instant newest) {
        SessionTape tape = SessionTape.of(symbol, session, known.quotes());
        return OF_QUOTES.stream()
                .flatMap(timeframe -> touched(tape.bars(timeframe, from), newestNew).stream())
                .filter(bar -> isClosed(bar.timeframe(), bar.start(), newest))
                .sorted(
                        Comparator.comparing((SampledBar bar) ->
                                        bar.timeframe().endOf(bar.start(), session))
                                .thenComparing(SampledBar::timeframe))
                .toList();
    }

    private static List<SampledBar> touched(List<SampledBar> ascending, Instant newestNew) {
        int after = 0;
        while (after < ascending.size() && !ascending.get(after).start().isAfter(newestNew)) {
            after++;
        }
        return ascending.subList(0, Math.min(ascending.size(), after + 1));
    }

    /// Whether the day's bar is in the scope and closed.
    public boolean closesTheDay(Instant newest) {
        return isClosed(Timeframe.ONE_DAY, session.open(), newest);
    }

    /// The session's quarters of an hour that the known quotes tell of, closed or not.
    public List<SampledBar> quarters(Symbol symbol, KnownQuotes known) {
        return SessionTape.of(symbol, session, known.quotes())
                .bars(Timeframe.FIFTEEN_MINUTES, from);
    }

    private boolean isClosed(Timeframe timeframe, Instant start, Instant newest) {
        Instant closesAt = BarClosing.closesAt(timeframe, start, session);
        return closesAt.isAfter(after) && !closesAt.isAfter(newest);
    }
}
