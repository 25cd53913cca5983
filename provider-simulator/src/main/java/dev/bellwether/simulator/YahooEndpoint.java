package dev.bellwether.simulator;

import static java.util.Objects.requireNonNull;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// `GET /v8/finance/chart/{symbol}?interval=1d&period1=&period2=`.
///
/// The time is in the request: the last second before `period2` is now, and nothing later is told.
/// A session that still runs is answered as Yahoo does: its bar so far, stamped with the last trade
/// instead of the open.
final class YahooEndpoint {
    private static final LocalDate FIRST_DAY = LocalDate.of(TradingCalendar.FIRST_YEAR, 1, 1);

    private final TradingCalendar calendar = TradingCalendar.nyse();
    private final Market market;
    // The newest asked session of each symbol: a day of quotes asks for it some 780 times.
    private final Map<Symbol, PathOfBar> paths = new ConcurrentHashMap<>();

    private record PathOfBar(OhlcvBar bar, IntradayPath path) {}

    YahooEndpoint(Market market) {
        this.market = market;
    }

    Answer answer(String symbolName, Query query, Set<Fault> faults) {
        if (faults.contains(Fault.TOO_MANY_REQUESTS) || faults.contains(Fault.THROTTLE)) {
            return FailurePages.tooManyRequests();
        }
        if (faults.contains(Fault.SERVER_ERROR)) {
            return FailurePages.serverError();
        }
        if (faults.contains(Fault.HTML_PAGE)) {
            return FailurePages.maintenance();
        }
        Answer answer = chart(symbolName, query, faults);
        byte[] body = answer.body();
        return faults.contains(Fault.TRUNCATED)
                ? answer.withBody(Arrays.copyOf(body, body.length * 3 / 5))
                : answer;
    }

    private Answer chart(String symbolName, Query query, Set<Fault> faults) {
        if (!Symbol.isValid(symbolName) || !market.knows(Symbol.of(symbolName))) {
            return error(404, "Not Found", "No data found, symbol may be delisted");
        }
        Instant from;
        Instant now;
        try {
            from = Instant.ofEpochSecond(Long.parseLong(query.value("period1")));
            now = Instant.ofEpochSecond(Long.parseLong(query.value("period2"))).minusSeconds(1);
        } catch (NumberFormatException e) {
            return error(
                    400, "Bad Request", "The simulator needs period1 and period2 in epoch seconds");
        }
        if (!query.value("interval").equals("1d")) {
            return error(
                    422,
                    "Unprocessable Entity",
                    "The simulator knows interval=1d only, not " + query.value("interval"));
        }
        return data(Symbol.of(symbolName), from, now, faults);
    }

    private Answer data(Symbol symbol, Instant from, Instant now, Set<Fault> faults) {
        NavigableMap<LocalDate, OhlcvBar> known = market.bars(symbol);
        Optional<Session> newest = findNewest(known, now);
        if (newest.isEmpty()) {
            return error(
                    400,
                    "Bad Request",
                    "Data doesn't exist for startDate = %d, endDate = %d"
                            .formatted(from.getEpochSecond(), now.getEpochSecond() + 1));
        }
        LocalDate day = newest.get().tradingDay();
        SessionSoFar session =
                QuoteFaults.apply(
                        path(requireNonNull(known.get(day)), newest.get()).at(now), faults);
        LocalDate first = from.atZone(TradingCalendar.ZONE).toLocalDate();
        List<ChartBar> bars = new ArrayList<>();
        if (!first.isAfter(day)) {
            for (OhlcvBar bar : known.subMap(first, true, day, false).values()) {
                findSession(bar.tradingDay()).ifPresent(of -> bars.add(ChartBar.of(bar, of)));
            }
            bars.add(ChartBar.of(session, newest.get(), now));
        }
        LocalDate firstShown = first.isAfter(day) ? day : first;
        ChartJson chart =
                new ChartJson(
                        symbol,
                        now,
                        session,
                        newest.get(),
                        Optional.ofNullable(known.lowerEntry(firstShown))
                                .map(entry -> entry.getValue().close()),
                        Optional.ofNullable(known.lowerEntry(day))
                                .map(entry -> entry.getValue().close()));
        return Answer.json(
                200,
                chart.write(
                        Collections.unmodifiableList(bars), faults.contains(Fault.RAGGED_ARRAYS)));
    }

    private Optional<Session> findNewest(NavigableMap<LocalDate, OhlcvBar> known, Instant now) {
        LocalDate today = now.atZone(TradingCalendar.ZONE).toLocalDate();
        return known.headMap(today, true).descendingKeySet().stream()
                .takeWhile(day -> !day.isBefore(FIRST_DAY))
                .flatMap(day -> findSession(day).stream())
                .filter(session -> !session.open().isAfter(now))
                .findFirst();
    }

    private Optional<Session> findSession(LocalDate day) {
        return calendar.covers(day) ? calendar.findSession(day) : Optional.empty();
    }

    private IntradayPath path(OhlcvBar bar, Session session) {
        return paths.compute(
                        bar.symbol(),
                        (symbol, last) ->
                                last != null && last.bar().equals(bar)
                                        ? last
                                        : new PathOfBar(bar, IntradayPath.of(bar, session)))
                .path();
    }

    private static Answer error(int status, String code, String description) {
        return Answer.json(
                status,
                "{\"chart\":{\"result\":null,\"error\":{\"code\":%s,\"description\":%s}}}"
                        .formatted(Json.string(code), Json.string(description)));
    }
}
