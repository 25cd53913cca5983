package dev.bellwether.cli.backfill;

import dev.bellwether.cli.demo.CallLedger;
import dev.bellwether.cli.demo.IngestSession;
import dev.bellwether.cli.demo.Providers;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.lake.LakeJob;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.cli.query.AthenaSession;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// One backfill, from the ledger of what is lacking to the tables that have it.
///
/// @param quota calls of Alpha Vantage a day
/// @param clock wall clock, whose days the calls are counted by
record Backfill(
        Home home,
        StateFolder state,
        Providers providers,
        Progress progress,
        int quota,
        InstantSource clock) {

    /// Repairs what the lake lacks of these symbols.
    ///
    /// @return empty when it lacks nothing that was not asked for already
    Optional<BackfillResult> run(List<Symbol> symbols) {
        BackfillMemory memory = new BackfillMemory(state);
        Remembered remembered = memory.read(providers.runDay());
        List<DailyNeed> before = needs(symbols);
        List<DailyNeed> open = before.stream().filter(need -> !need.isWhole()).toList();
        List<DailyNeed> plan =
                open.stream().filter(need -> !remembered.done().contains(need.symbol())).toList();
        show(open, plan);
        if (plan.isEmpty() && !remembered.lacksTables()) {
            return Optional.empty();
        }
        SequencedMap<Symbol, Turn> asked =
                ask(plan.stream().map(DailyNeed::symbol).toList(), memory, remembered);
        boolean made = makeTables(memory, asked);
        SequencedMap<Symbol, Turn> turns = new LinkedHashMap<>();
        open.forEach(need -> turns.put(need.symbol(), new Turn.AskedBefore()));
        turns.putAll(asked);
        return Optional.of(new BackfillResult(turns, before, made ? needs(symbols) : before));
    }

    private List<DailyNeed> needs(List<Symbol> symbols) {
        progress.moving("ledger", "asking the lake");
        try (AthenaSession athena = AthenaSession.start(home, state, state.lastAssembly())) {
            return new LakeNeeds(TradingCalendar.nyse(), providers.runDay())
                    .read(athena.query(LakeNeeds.SQL).rows(), symbols);
        }
    }

    private void show(List<DailyNeed> open, List<DailyNeed> plan) {
        for (DailyNeed need : open) {
            progress.done(
                    "plan",
                    "%s: %s; %s"
                            .formatted(
                                    need.symbol(),
                                    need.words(),
                                    plan.contains(need)
                                            ? "up to %d calls"
                                                    .formatted(CallLedger.CALLS_OF_A_BACKFILL)
                                            : "asked for already, up to " + providers.runDay()));
        }
    }

    private SequencedMap<Symbol, Turn> ask(
            List<Symbol> symbols, BackfillMemory memory, Remembered remembered) {
        CallLedger ledger = new CallLedger(state);
        // Nothing is started for a day that has no calls left.
        if (symbols.isEmpty()
                || quota - ledger.used(clock.instant()) < CallLedger.CALLS_OF_A_BACKFILL) {
            return symbols.stream()
                    .collect(
                            Collectors.toMap(
                                    symbol -> symbol,
                                    _ -> new Turn.Waiting(),
                                    (one, _) -> one,
                                    LinkedHashMap::new));
        }
        try (IngestSession session = IngestSession.start(home, state, providers, progress, clock)) {
            return new BackfillTurns(
                            session::backfill,
                            () ->
                                    ledger.tryReserve(
                                            CallLedger.CALLS_OF_A_BACKFILL, quota, clock.instant()),
                            memory,
                            progress)
                    .run(symbols, remembered);
        }
    }

    /// Makes the tables if the raw zone has what they have not; whether they were made. A symbol
    /// that failed may have got bars, though not its splits.
    private boolean makeTables(BackfillMemory memory, SequencedMap<Symbol, Turn> asked) {
        Remembered remembered = memory.read(providers.runDay());
        if (!remembered.lacksTables()
                && asked.values().stream().noneMatch(Turn.Failed.class::isInstance)) {
            return false;
        }
        new LakeJob(home, state, progress).run(() -> {});
        memory.write(remembered.withTables());
        return true;
    }
}
