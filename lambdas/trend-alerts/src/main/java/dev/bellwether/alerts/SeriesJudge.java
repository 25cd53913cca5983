package dev.bellwether.alerts;

import dev.bellwether.alerts.StoredBar.Arrival;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.Fire;
import dev.bellwether.market.rule.Rule;
import dev.bellwether.market.rule.RuleRun;
import dev.bellwether.market.rule.Screening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Judges bars that are new or were corrected, and each later one that stands on them, and brings
/// the rows of alerts in line.
///
/// It remembers nothing. Whether a rule fires at a bar is a function of the last 260 stored bars
/// through it, so that bars told twice, late or in another order end in the same rows. A bar may
/// make a row only if it came in time; a row that no longer follows from the bars is retracted.
final class SeriesJudge {
    /// How many bars decide about one.
    static final int WINDOW = 260;

    private final BarHistory history;
    private final AlertLedger ledger;
    private final FactSource facts;

    SeriesJudge(BarHistory history, AlertLedger ledger, FactSource facts) {
        this.history = history;
        this.ledger = ledger;
        this.facts = facts;
    }

    /// What came of a change.
    record Outcome(int fired, int recorded, int retracted) {
        static final Outcome NONE = new Outcome(0, 0, 0);

        Outcome plus(Outcome other) {
            return new Outcome(
                    fired + other.fired, recorded + other.recorded, retracted + other.retracted);
        }
    }

    /// Judges the changed bars and all later ones by the rules that watch the series.
    Outcome judge(SeriesChange change, List<Rule> rules) {
        List<Rule> watching =
                rules.stream()
                        .filter(rule ->
                                rule.watches(change.symbol())
                                        && rule.definition().feed().equals(change.feed())
                                        && rule.definition().timeframe() == change.timeframe())
                        .toList();
        if (watching.isEmpty()) {
            return Outcome.NONE;
        }
        Stretch stretch = read(change);
        if (stretch.judged() == 0) {
            return Outcome.NONE; // removed meanwhile
        }
        List<AlertRow> rows = ledger.from(change.symbol(), stretch.firstJudged().bar().start());
        Outcome outcome = Outcome.NONE;
        for (Rule rule : watching) {
            List<AlertRow> own = rows.stream().filter(row -> row.isOf(rule.definition())).toList();
            outcome = outcome.plus(judge(change, stretch, rule, own));
        }
        return outcome;
    }

    /// Stored bars, oldest first.
    ///
    /// @param judged how many of the last ones are to be judged
    private record Stretch(List<StoredBar> bars, int judged) {
        StoredBar firstJudged() {
            return bars.get(bars.size() - judged);
        }

        List<ClosedBar> window(int through) {
            return bars.subList(Math.max(0, through + 1 - WINDOW), through + 1).stream()
                    .map(StoredBar::bar)
                    .toList();
        }
    }

    private Stretch read(SeriesChange change) {
        String prefix = StoredBar.prefix(change.feed(), change.timeframe()).orElseThrow();
        String first = change.bars().firstKey();
        List<StoredBar> descending = new ArrayList<>();
        String last = prefix + "~";
        int judged = 0;
        while (true) {
            int wanted = WINDOW + Math.max(0, judged - 1) - descending.size();
            if (wanted <= 0) {
                break;
            }
            // The bar that the last page ended with comes again, as the first.
            int repeated = descending.isEmpty() ? 0 : 1;
            List<StoredBar> page =
                    history.newestThrough(change.symbol(), prefix, last, wanted + repeated);
            descending.addAll(page.subList(Math.min(repeated, page.size()), page.size()));
            judged =
                    (int)
                            descending.stream()
                                    .filter(bar -> bar.sortKey().compareTo(first) >= 0)
                                    .count();
            if (page.size() < wanted + repeated) {
                break;
            }
            last = descending.getLast().sortKey();
        }
        List<StoredBar> ascending = new ArrayList<>(descending);
        Collections.reverse(ascending);
        return new Stretch(ascending, judged);
    }

    private Outcome judge(SeriesChange change, Stretch stretch, Rule rule, List<AlertRow> rows) {
        SeriesFacts known = facts.facts(change.symbol());
        Outcome outcome = Outcome.NONE;
        for (int i = stretch.bars().size() - stretch.judged(); i < stretch.bars().size(); i++) {
            StoredBar stored = stretch.bars().get(i);
            StoredBar told = change.bars().getOrDefault(stored.sortKey(), stored);
            List<AlertRow> own =
                    rows.stream()
                            .filter(row -> row.barStart().equals(stored.bar().start()))
                            .toList();
            if (told.arrival() == Arrival.IN_TIME || !own.isEmpty()) {
                Optional<Fire> fire = fireAtLast(rule, change, stretch.window(i), known);
                Instant changedAt = change.changedAt(stored.sortKey());
                outcome = outcome.plus(settle(rule, told, changedAt, fire, own));
            }
        }
        return outcome;
    }

    private static Optional<Fire> fireAtLast(
            Rule rule, SeriesChange change, List<ClosedBar> window, SeriesFacts facts) {
        List<Fire> fires =
                RuleRun.fires(
                        rule.definition(),
                        change.symbol(),
                        window,
                        facts,
                        Screening.LIVE,
                        TradingCalendar.nyse());
        return fires.isEmpty() || !fires.getLast().bar().equals(window.getLast())
                ? Optional.empty()
                : Optional.of(fires.getLast());
    }

    private Outcome settle(
            Rule rule,
            StoredBar told,
            Instant changedAt,
            Optional<Fire> fire,
            List<AlertRow> rows) {
        Optional<String> expected = fire.map(Fire::alertId);
        int retracted = 0;
        boolean hasRow = false;
        for (AlertRow row : rows) {
            boolean holds = expected.filter(row.alertId()::equals).isPresent();
            hasRow |= holds;
            if (!holds && row.status() != AlertStatus.RETRACTED) {
                ledger.retract(row, changedAt);
                retracted++;
            } else if (holds
                    && row.status() == AlertStatus.RETRACTED
                    && row.reinstatedAt().isEmpty()) {
                ledger.reinstate(row, changedAt);
            }
        }
        boolean mayAlert =
                told.arrival() == Arrival.IN_TIME && !told.writtenAt().isBefore(rule.since());
        if (fire.isEmpty() || hasRow || !mayAlert) {
            return new Outcome(0, 0, retracted);
        }
        // A correction of an older bar that comes after this one was judged makes history, not
        // news.
        boolean news = !changedAt.isAfter(told.writtenAt()) && !rule.isMuted(told.writtenAt());
        AlertStatus status = news ? AlertStatus.FIRED : AlertStatus.RECORDED;
        ledger.insert(new Alert(fire.get(), rule.severity(), status, told.writtenAt()));
        return new Outcome(news ? 1 : 0, news ? 0 : 1, retracted);
    }
}
