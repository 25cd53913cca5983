package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.ApiKey;
import dev.bellwether.ingest.ProviderFailure;
import dev.bellwether.ingest.ProviderFailure.NotEntitled;
import dev.bellwether.ingest.TimeLeft;
import dev.bellwether.ingest.alphavantage.BarStore.Loaded;
import dev.bellwether.ingest.alphavantage.BarStore.Stored;
import dev.bellwether.ingest.alphavantage.SeriesAnswer.Failed;
import dev.bellwether.ingest.alphavantage.SeriesAnswer.Series;
import dev.bellwether.ingest.alphavantage.SymbolReport.Outcome;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Loads one symbol: decides how much to ask for, asks, puts aside what is refused, stores the
/// rest.
final class SymbolLoad {
    /// The compact series has 100 bars, so it closes a gap of up to 100 sessions.
    private static final int COMPACT_SESSIONS = 100;

    private final SeriesFetch fetch;
    private final BarStore store;
    private final CorporateActions actions;
    private final RefusedLog refused;

    SymbolLoad(SeriesFetch fetch, BarStore store, CorporateActions actions, RefusedLog refused) {
        this.fetch = fetch;
        this.store = store;
        this.actions = actions;
        this.refused = refused;
    }

    SymbolReport load(
            Symbol symbol, ApiKey key, DailyRun run, RunLimits limits, TimeLeft timeLeft) {
        Stored before = store.read(symbol);
        List<String> notes = new ArrayList<>();
        Optional<ProviderFailure> stop = limits.findStop();
        if (stop.isPresent()) {
            return failed(symbol, before, notes, "not asked: " + stop.get().reason(), 0);
        }
        return switch (ask(symbol, before, key, run, limits, timeLeft, notes)) {
            case Failed failure -> {
                limits.learnFrom(failure.failure());
                yield failed(
                        symbol,
                        before,
                        notes,
                        failure.failure().reason(),
                        refused.keep(symbol, failure, run));
            }
            case Series series -> store(symbol, before, series, key, run, limits, timeLeft, notes);
        };
    }

    private SeriesAnswer ask(
            Symbol symbol,
            Stored before,
            ApiKey key,
            DailyRun run,
            RunLimits limits,
            TimeLeft timeLeft,
            List<String> notes) {
        if (reachesBack(before, run)) {
            return fetch.fetch(symbol, OutputSize.COMPACT, key, run, timeLeft);
        }
        if (!limits.isFullRefused()) {
            SeriesAnswer full = fetch.fetch(symbol, OutputSize.FULL, key, run, timeLeft);
            if (!(full instanceof Failed(NotEntitled _, _))) {
                return full;
            }
            limits.refuseFull();
        }
        notes.add(
                "outputsize=full is not in the key's plan: asked for the newest %d bars only"
                        .formatted(COMPACT_SESSIONS));
        return fetch.fetch(symbol, OutputSize.COMPACT, key, run, timeLeft);
    }

    private static boolean reachesBack(Stored before, DailyRun run) {
        TradingCalendar calendar = TradingCalendar.nyse();
        // A backfill is started because something is missing or wrong, wherever that is: it asks
        // for everything.
        return run.mode() != DailyRun.Mode.BACKFILL
                && !before.bars().isEmpty()
                && calendar.covers(before.bars().lastKey())
                && calendar.sessionsBetween(before.bars().lastKey(), run.runDay())
                        <= COMPACT_SESSIONS;
    }

    private SymbolReport store(
            Symbol symbol,
            Stored before,
            Series series,
            ApiKey key,
            DailyRun run,
            RunLimits limits,
            TimeLeft timeLeft,
            List<String> notes) {
        DailySeries rows = series.rows();
        int rejected = refused.keep(symbol, series, run);
        NavigableMap<LocalDate, OhlcvBar> finished = rows.bars().headMap(run.runDay(), true);
        if (rows.bars().isEmpty()) {
            return failed(symbol, before, notes, "malformed: none of the rows is a bar", rejected);
        }
        note(
                notes,
                rows.bars().size() - finished.size(),
                "unfinished, after " + run.runDay() + ", left out");
        note(notes, rows.repeated(), "repeated another");
        note(notes, rows.rounded(), "with more than 6 decimals, rounded");
        noteGap(notes, before, finished);
        List<Split> splits =
                actions.splitsFor(symbol, before, finished, key, run, limits, timeLeft, notes);
        Loaded loaded = store.load(symbol, before, finished.values(), splits, run);
        note(notes, loaded.restated(), "restated by the provider");
        return new SymbolReport(
                symbol,
                outcome(finished, loaded, run),
                loaded.bars().size(),
                loaded.added(),
                rejected,
                lastDay(loaded.bars()),
                notes,
                null,
                null);
    }

    private static Outcome outcome(
            NavigableMap<LocalDate, OhlcvBar> finished, Loaded loaded, DailyRun run) {
        if (finished.isEmpty() || finished.lastKey().isBefore(run.runDay())) {
            return Outcome.STALE;
        }
        return loaded.added() + loaded.restated() > 0 ? Outcome.LOADED : Outcome.UNCHANGED;
    }

    private static void note(List<String> notes, int rows, String what) {
        if (rows > 0) {
            notes.add("%d %s %s".formatted(rows, rows == 1 ? "row" : "rows", what));
        }
    }

    private static void noteGap(
            List<String> notes, Stored before, NavigableMap<LocalDate, OhlcvBar> finished) {
        TradingCalendar calendar = TradingCalendar.nyse();
        if (before.bars().isEmpty()
                || finished.isEmpty()
                || !calendar.covers(before.bars().lastKey())) {
            return;
        }
        LocalDate last = before.bars().lastKey();
        if (calendar.covers(finished.firstKey())
                && calendar.sessionsBetween(last, finished.firstKey()) > 1) {
            notes.add(
                    "no bars between %s and %s: a key with outputsize=full would close the gap"
                            .formatted(last, finished.firstKey()));
        }
    }

    private static SymbolReport failed(
            Symbol symbol, Stored before, List<String> notes, String reason, int rejected) {
        return new SymbolReport(
                symbol,
                Outcome.FAILED,
                before.bars().size(),
                0,
                rejected,
                lastDay(before.bars()),
                notes,
                reason,
                null);
    }

    private static @Nullable LocalDate lastDay(NavigableMap<LocalDate, OhlcvBar> bars) {
        return bars.isEmpty() ? null : bars.lastKey();
    }
}
