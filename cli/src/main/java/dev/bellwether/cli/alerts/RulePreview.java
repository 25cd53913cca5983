package dev.bellwether.cli.alerts;

import dev.bellwether.cli.series.SymbolBars;
import dev.bellwether.market.Direction;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.Fire;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.RuleHistory;
import dev.bellwether.market.rule.RuleHistory.Judgement;
import dev.bellwether.market.rule.RuleSide;
import dev.bellwether.market.rule.Screening;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a rule would have sent between two days.
///
/// @param firstDay first day that counts; earlier bars only warm the rule up
/// @param lastDay day of the newest bar of all
/// @param rows one a symbol
record RulePreview(RuleDefinition rule, LocalDate firstDay, LocalDate lastDay, List<Row> rows) {
    /// What it would have sent about one symbol.
    ///
    /// @param bars how many there were
    /// @param judged how many of them could have fired: neither passed over nor warming
    record Row(Symbol symbol, int bars, int judged, List<Fire> fires) {
        long count(Direction direction) {
            return fires.stream().filter(fire -> fire.direction() == direction).count();
        }

        int parts() {
            return fires.stream().mapToInt(fire -> new SmsText(FireText.of(fire)).parts()).sum();
        }
    }

    /// Evaluates the rule as live alerts do.
    static RulePreview of(RuleDefinition rule, List<SymbolBars> series, LookBack last) {
        LocalDate lastDay =
                series.stream()
                        .map(it -> it.bars().getLast().tradingDay())
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        LocalDate firstDay = last.firstDay(lastDay);
        return new RulePreview(
                rule,
                firstDay,
                lastDay,
                series.stream().map(it -> row(rule, it, firstDay)).toList());
    }

    private static Row row(RuleDefinition rule, SymbolBars series, LocalDate firstDay) {
        List<Judgement> within =
                new RuleHistory(
                                rule,
                                series.symbol(),
                                series.facts(),
                                Screening.LIVE,
                                TradingCalendar.nyse())
                        .judge(series.bars()).stream()
                                .filter(it -> !it.bar().tradingDay().isBefore(firstDay))
                                .toList();
        return new Row(
                series.symbol(),
                within.size(),
                (int)
                        within.stream()
                                .filter(it ->
                                        it.side() != RuleSide.WARMING
                                                && it.side() != RuleSide.NO_DATA)
                                .count(),
                within.stream().flatMap(it -> it.fire().stream()).toList());
    }

    List<Fire> fires() {
        return rows.stream().flatMap(row -> row.fires().stream()).toList();
    }

    double months() {
        return LookBack.months(firstDay, lastDay);
    }

    /// How many messages would have gone out in which hour in New York.
    static SortedMap<Integer, Integer> hours(List<Fire> fires) {
        SortedMap<Integer, Integer> hours = new TreeMap<>();
        fires.forEach(fire ->
                hours.merge(
                        fire.rule()
                                .timeframe()
                                .knownAt(fire.bar())
                                .atZone(TradingCalendar.ZONE)
                                .getHour(),
                        1,
                        Integer::sum));
        return hours;
    }

    /// How many messages each month had, months without one included.
    SortedMap<YearMonth, Integer> byMonth() {
        SortedMap<YearMonth, Integer> months = new TreeMap<>();
        for (YearMonth month = YearMonth.from(firstDay);
                !month.isAfter(YearMonth.from(lastDay));
                month = month.plusMonths(1)) {
            months.put(month, 0);
        }
        fires().forEach(fire ->
                months.merge(YearMonth.from(fire.bar().tradingDay()), 1, Integer::sum));
        return months;
    }
}
