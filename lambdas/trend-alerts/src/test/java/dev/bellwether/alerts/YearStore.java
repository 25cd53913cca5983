package dev.bellwether.alerts;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.simulator.SyntheticYear;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Bars and alert rows of a year, in memory.
final class YearStore implements BarHistory, AlertLedger {
    final NavigableMap<String, StoredBar> bars = new TreeMap<>();
    final NavigableMap<String, AlertRow> rows = new TreeMap<>();

    /// Writes the bar as a run does.
    ///
    /// @param runDay empty for a backfill
    StoredBar put(OhlcvBar bar, Instant scheduledAt, Optional<LocalDate> runDay) {
        Map<String, String> item = new HashMap<>();
        item.put("symbol", bar.symbol().value());
        item.put("sk", "bar#1d#" + bar.tradingDay());
        item.put("open", bar.open().toPlainString());
        item.put("high", bar.high().toPlainString());
        item.put("low", bar.low().toPlainString());
        item.put("close", bar.close().toPlainString());
        item.put("volume", Long.toString(bar.volume()));
        item.put("provider", bar.provider().id());
        item.put("trading_day", bar.tradingDay().toString());
        item.put("scheduled_at", scheduledAt.toString());
        runDay.ifPresent(day -> item.put("run_day", day.toString()));
        StoredBar stored = StoredBar.of(new Item(item));
        bars.put(stored.symbol() + "|" + stored.sortKey(), stored);
        return stored;
    }

    void putHistory(SyntheticYear year) {
        Instant before = SyntheticYear.scheduledAt(year.loads().getFirst().runDay().minusDays(1));
        year.history().forEach(bar -> put(bar, before, Optional.empty()));
    }

    /// Status by alert id, with `+` for a noted reinstatement.
    Map<String, String> statuses() {
        Map<String, String> statuses = new TreeMap<>();
        rows.values()
                .forEach(row ->
                        statuses.put(
                                row.alertId(),
                                row.status().id() + (row.reinstatedAt().isPresent() ? "+" : "")));
        return statuses;
    }

    @Override
    public List<StoredBar> newestThrough(Symbol symbol, String prefix, String last, int limit) {
        return bars
                .subMap(symbol + "|" + prefix, true, symbol + "|" + last, true)
                .descendingMap()
                .values()
                .stream()
                .limit(limit)
                .toList();
    }

    @Override
    public List<AlertRow> from(Symbol symbol, Instant barStart) {
        return List.copyOf(
                rows.subMap(
                                symbol + "|" + AlertItem.from(barStart),
                                symbol + "|" + AlertItem.PREFIX + "~")
                        .values());
    }

    @Override
    public void insert(Alert alert) {
        AlertRow row = AlertRow.of(TestAlerts.row(alert));
        rows.putIfAbsent(row.symbol() + "|" + row.sortKey(), row);
    }

    @Override
    public void retract(AlertRow row, Instant at) {
        rows.computeIfPresent(
                row.symbol() + "|" + row.sortKey(),
                (_, stored) -> with(stored, AlertStatus.RETRACTED, stored.reinstatedAt()));
    }

    @Override
    public void reinstate(AlertRow row, Instant at) {
        rows.computeIfPresent(
                row.symbol() + "|" + row.sortKey(),
                (_, stored) -> with(stored, stored.status(), Optional.of(at)));
    }

    private static AlertRow with(AlertRow row, AlertStatus status, Optional<Instant> reinstated) {
        return new AlertRow(
                row.symbol(),
                row.sortKey(),
                row.alertId(),
                row.ruleId(),
                row.ruleVersion(),
                row.barStart(),
                status,
                reinstated);
    }
}
