package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.ApiKey;
import dev.bellwether.ingest.TimeLeft;
import dev.bellwether.ingest.alphavantage.BarStore.Stored;
import dev.bellwether.lake.CorporateAction;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Learns of splits and dividends within the key's quota: splits at once where a close has jumped,
/// and both of one symbol a day in turn. What is learnt lies in the raw zone; splits are rows of
/// the table, too.
final class CorporateActions {
    /// A provider may tell of a split some days after it.
    private static final int DAYS_A_JUMP_IS_ASKED_ABOUT = 5;

    private final ActionFetch fetch;
    private final BarTable table;
    private final RefusedLog refused;

    CorporateActions(ActionFetch fetch, BarTable table, RefusedLog refused) {
        this.fetch = fetch;
        this.table = table;
        this.refused = refused;
    }

    /// The splits that these bars need: none is asked for when no close of theirs has jumped.
    ///
    /// @param notes takes why splits could not be had
    List<Split> splitsFor(
            Symbol symbol,
            Stored before,
            NavigableMap<LocalDate, OhlcvBar> fetched,
            ApiKey key,
            DailyRun run,
            RunLimits limits,
            TimeLeft timeLeft,
            List<String> notes) {
        if (!hasJump(before, fetched, run)) {
            return List.of();
        }
        return ask(ActionKind.SPLITS, symbol, key, run, limits, timeLeft, notes);
    }

    /// Asks for all actions of the symbol if it is its turn: one symbol's a day, every one's in a
    /// backfill.
    ///
    /// @return notes about what could not be had
    List<String> takeTurn(
            Symbol symbol, ApiKey key, DailyRun run, RunLimits limits, TimeLeft timeLeft) {
        List<String> notes = new ArrayList<>();
        if (isTurnOf(symbol, run)) {
            List<Split> splits = ask(ActionKind.SPLITS, symbol, key, run, limits, timeLeft, notes);
            table.putSplits(splits);
            ask(ActionKind.DIVIDENDS, symbol, key, run, limits, timeLeft, notes);
        }
        return notes;
    }

    private static boolean isTurnOf(Symbol symbol, DailyRun run) {
        return switch (run.mode()) {
            case SCHEDULED ->
                    run.symbols().indexOf(symbol)
                            == Math.floorMod(run.runDay().toEpochDay(), run.symbols().size());
            case BACKFILL -> true;
        };
    }

    private static boolean hasJump(
            Stored before, NavigableMap<LocalDate, OhlcvBar> fetched, DailyRun run) {
        NavigableMap<LocalDate, OhlcvBar> all = new TreeMap<>(before.bars());
        all.putAll(fetched);
        BarConditions conditions = new BarConditions(all, List.of());
        LocalDate recent =
                TradingCalendar.nyse().plusSessions(run.runDay(), -DAYS_A_JUMP_IS_ASKED_ABOUT);
        return fetched.values().stream()
                .filter(bar ->
                        bar.tradingDay().isAfter(recent)
                                || isChanged(bar, before.bars().get(bar.tradingDay())))
                .anyMatch(conditions::isUnexplainedJump);
    }

    private static boolean isChanged(OhlcvBar bar, @Nullable OhlcvBar known) {
        return known == null || !known.sameFigures(bar);
    }

    private List<Split> ask(
            ActionKind kind,
            Symbol symbol,
            ApiKey key,
            DailyRun run,
            RunLimits limits,
            TimeLeft timeLeft,
            List<String> notes) {
        Optional<String> obstacle =
                limits.findStop()
                        .map(failure -> failure.reason())
                        .or(() ->
                                timeLeft.timeLeft().compareTo(SeriesFetch.TIME_OF_A_CALL) < 0
                                        ? Optional.of("no time left in this invocation")
                                        : Optional.empty());
        if (obstacle.isPresent()) {
            notes.add(note(kind, obstacle.get()));
            return List.of();
        }
        return switch (fetch.fetch(kind, symbol, key, run)) {
            case ActionAnswer.Known(List<CorporateAction> actions, Instant fetchedAt) ->
                    splits(symbol, actions, fetchedAt);
            case ActionAnswer.Unknown(SeriesAnswer.Failed why) -> {
                limits.learnFrom(why.failure());
                refused.keep(symbol, why, run);
                notes.add(note(kind, why.failure().reason()));
                yield List.of();
            }
        };
    }

    private static String note(ActionKind kind, String reason) {
        return "%s could not be had: %s".formatted(kind.function(), reason);
    }

    private static List<Split> splits(
            Symbol symbol, List<CorporateAction> actions, Instant fetchedAt) {
        List<Split> splits = new ArrayList<>();
        for (CorporateAction action : actions) {
            if (action instanceof CorporateAction.SharesSplit split) {
                splits.add(
                        new Split(
                                symbol,
                                split.effectiveDay(),
                                fetchedAt,
                                split.newShares(),
                                split.oldShares()));
            }
        }
        return splits;
    }
}
