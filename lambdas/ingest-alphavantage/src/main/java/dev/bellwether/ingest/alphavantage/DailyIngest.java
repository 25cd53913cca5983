package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.ApiKey;
import dev.bellwether.ingest.Redaction;
import dev.bellwether.ingest.TimeLeft;
import dev.bellwether.ingest.alphavantage.SymbolReport.Outcome;
import dev.bellwether.market.Symbol;
import java.util.ArrayList;
import java.util.List;

/// One run over all symbols: whatever happens to one of them, the others are loaded.
final class DailyIngest {
    private final KeySource keys;
    private final SymbolLoad load;
    private final CorporateActions actions;

    DailyIngest(KeySource keys, SymbolLoad load, CorporateActions actions) {
        this.keys = keys;
        this.load = load;
        this.actions = actions;
    }

    RunReport run(DailyRun run, TimeLeft timeLeft) {
        ApiKey key = keys.key();
        RunLimits limits = new RunLimits();
        List<SymbolReport> reports = new ArrayList<>();
        for (Symbol symbol : run.symbols()) {
            reports.add(load(symbol, key, run, limits, timeLeft));
        }
        // Bars come first: what is left of the key's quota is for corporate actions.
        reports.replaceAll(report -> learn(report, key, run, limits, timeLeft));
        return new RunReport(run.runDay(), List.copyOf(reports));
    }

    private SymbolReport learn(
            SymbolReport report, ApiKey key, DailyRun run, RunLimits limits, TimeLeft timeLeft) {
        if (report.outcome() == Outcome.FAILED) {
            // What went wrong with its bars would go wrong again; its turn comes again.
            return report;
        }
        try {
            return report.withNotes(actions.takeTurn(report.symbol(), key, run, limits, timeLeft));
        } catch (RuntimeException e) {
            return failed(report.symbol(), key, e);
        }
    }

    private SymbolReport load(
            Symbol symbol, ApiKey key, DailyRun run, RunLimits limits, TimeLeft timeLeft) {
        try {
            return load.load(symbol, key, run, limits, timeLeft);
        } catch (RuntimeException e) {
            return failed(symbol, key, e);
        }
    }

    private static SymbolReport failed(Symbol symbol, ApiKey key, RuntimeException e) {
        String reason = Redaction.of(key).redact("not stored: " + e);
        return new SymbolReport(symbol, Outcome.FAILED, 0, 0, 0, null, List.of(), reason, e);
    }
}
