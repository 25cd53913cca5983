package dev.bellwether.alerts;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Table with its stream, lake and topic, in memory.
final class MarketInMemory
        implements BarHistory, AlertLedger, AlertRows, RuleBook, LakeObjects, AlertTopic {
    static final Symbol AAPL = Symbol.of("AAPL");
    private static final LocalDate FIRST_DAY = LocalDate.parse("2025-01-02");
    private static final Instant CHANGED_AT = Instant.parse("2025-10-30T04:00:01Z");

    final NavigableMap<String, Item> table = new TreeMap<>();
    final List<TableChange> stream = new ArrayList<>();
    final NavigableMap<String, String> lake = new TreeMap<>();
    final List<Item> messages = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>(List.of(TestRules.SMA));
    final List<Unreadable> unreadable = new ArrayList<>();
    int queries;
    private final Effects effects;

    MarketInMemory(Effects effects) {
        this.effects = effects;
    }

    /// The trading day of the bar at that place of a series.
    static LocalDate day(int place) {
        return TradingCalendar.nyse().plusSessions(FIRST_DAY, place);
    }

    /// Stores bars of the closes without a run's day.
    void backfill(int... closes) {
        for (int place = 0; place < closes.length; place++) {
            store(place, closes[place], Optional.empty());
        }
    }

    /// Stores the bar as its own day's run does.
    void storeOfItsDay(int place, int close) {
        store(place, close, Optional.of(day(place)));
    }

    void store(int place, int close, Optional<LocalDate> runDay) {
        store(place, close, scheduledAt(place), runDay);
    }

    /// Stores the bar as the run after the day `runPlace` restates it.
    void restate(int place, int close, int runPlace) {
        store(place, close, scheduledAt(runPlace), Optional.of(day(runPlace)));
    }

    private void store(int place, int close, Instant scheduledAt, Optional<LocalDate> runDay) {
        Map<String, String> bar = new HashMap<>();
        bar.put("symbol", AAPL.value());
        bar.put("sk", "bar#1d#" + day(place));
        bar.put("open", Integer.toString(close));
        bar.put("high", close + ".5");
        bar.put("low", close - 1 + ".5");
        bar.put("close", Integer.toString(close));
        bar.put("volume", "1000");
        bar.put("provider", Provider.ALPHA_VANTAGE.id());
        bar.put("basis", "raw");
        bar.put("trading_day", day(place).toString());
        bar.put("scheduled_at", scheduledAt.toString());
        runDay.ifPresent(day -> bar.put("run_day", day.toString()));
        change(new Item(bar));
    }

    static Instant scheduledAt(int place) {
        return day(place).plusDays(1).atStartOfDay(TradingCalendar.ZONE).toInstant();
    }

    void change(Item item) {
        String key = item.text("symbol") + '|' + item.text("sk");
        Optional<Item> before = Optional.ofNullable(table.put(key, item));
        stream.add(
                new TableChange(
                        "%021d".formatted(stream.size()),
                        item,
                        Optional.of(item),
                        before,
                        CHANGED_AT));
    }

    void remove(int place) {
        Item before = table.remove(AAPL + "|bar#1d#" + day(place));
        stream.add(
                new TableChange(
                        "%021d".formatted(stream.size()),
                        before,
                        Optional.empty(),
                        Optional.of(before),
                        CHANGED_AT));
    }

    Item ruleRow(String id, String kind) {
        return new Item(Map.of("symbol", "#rules", "sk", "rule#" + id, "kind", kind));
    }

    List<Item> alertRows() {
        return table.values().stream()
                .filter(item -> item.text("sk").startsWith("alert#"))
                .toList();
    }

    @Override
    public List<StoredBar> newestThrough(Symbol symbol, String prefix, String last, int limit) {
        return effects.run(() -> {
            queries++;
            return table
                    .subMap(symbol + "|" + prefix, true, symbol + "|" + last, true)
                    .descendingMap()
                    .values()
                    .stream()
                    .limit(limit)
                    .map(StoredBar::of)
                    .toList();
        });
    }

    @Override
    public Page read() {
        return effects.run(() -> new Page(List.copyOf(rules), List.copyOf(unreadable)));
    }

    @Override
    public List<AlertRow> from(Symbol symbol, Instant barStart) {
        return effects.run(() ->
                table
                        .subMap(
                                symbol + "|" + AlertItem.from(barStart),
                                symbol + "|" + AlertItem.PREFIX + "~")
                        .values()
                        .stream()
                        .map(AlertRow::of)
                        .toList());
    }

    @Override
    public void insert(Alert alert) {
        effects.run(() -> {
            Map<String, String> row = new HashMap<>();
            AlertItem.of(alert)
                    .forEach((name, value) ->
                            row.put(name, value.s() != null ? value.s() : value.n()));
            if (!table.containsKey(AAPL + "|" + AlertItem.sortKey(alert))) {
                change(new Item(row));
            }
            return alert;
        });
    }

    @Override
    public void retract(AlertRow row, Instant at) {
        effects.run(() -> {
            Item stored = table.get(AAPL + "|" + row.sortKey());
            if (stored != null && !stored.text("status").equals("retracted")) {
                set(stored, Map.of("status", "retracted", "retracted_at", at.toString()));
            }
            return row;
        });
    }

    @Override
    public void reinstate(AlertRow row, Instant at) {
        effects.run(() -> {
            Item stored = table.get(AAPL + "|" + row.sortKey());
            if (stored != null && stored.find("reinstated_at").isEmpty()) {
                set(stored, Map.of("reinstated_at", at.toString()));
            }
            return row;
        });
    }

    private void set(Item stored, Map<String, String> more) {
        Map<String, String> attributes = new HashMap<>(stored.attributes());
        attributes.putAll(more);
        change(new Item(attributes));
    }

    @Override
    public Optional<Item> findUnsent(Symbol symbol, String sortKey) {
        return effects.run(() ->
                Optional.ofNullable(table.get(symbol + "|" + sortKey))
                        .filter(row ->
                                row.find("sent_at").isEmpty()
                                        && row.text("status").equals("fired")));
    }

    @Override
    public void markSent(Item row, Instant sentAt) {
        effects.run(() -> {
            Item stored = table.get(AAPL + "|" + row.text("sk"));
            if (stored != null && stored.find("sent_at").isEmpty()) {
                set(stored, Map.of("sent_at", sentAt.toString()));
            }
            return row;
        });
    }

    @Override
    public void publish(Item row) {
        effects.run(() -> messages.add(row));
    }

    @Override
    public void put(String key, byte[] body) {
        effects.run(() -> {
            lake.put(key, new String(body, StandardCharsets.UTF_8));
            return key;
        });
    }
}
