package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.Lake;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.lake.LakeLayout;
import dev.bellwether.market.wire.DailyBarsCsv;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The daily bars of a symbol: all of them in the lake, new and changed ones of the newest 260 in
/// the table.
///
/// What is known about the bars is written before them, for whoever is told about a bar judges it
/// at once. The table is written before the lake, and what is new is told from the lake. So a crash
/// between the two leaves nothing behind: the next run finds the same bars new and writes both
/// again.
final class BarStore {
    static final int WORKING_SET = 260;

    private final Lake lake;
    private final BarTable table;

    BarStore(Lake lake, BarTable table) {
        this.lake = lake;
        this.table = table;
    }

    /// What the lake has of a symbol.
    ///
    /// @param object as read, or null where there is none
    record Stored(NavigableMap<LocalDate, OhlcvBar> bars, Lake.@Nullable StoredObject object) {}

    /// What a load changed.
    ///
    /// @param bars all bars after the load
    /// @param added bars of days that were not there
    /// @param restated bars whose figures the provider has changed
    record Loaded(NavigableMap<LocalDate, OhlcvBar> bars, int added, int restated) {}

    Stored read(Symbol symbol) {
        Optional<Lake.StoredObject> object = lake.find(LakeLayout.dailyBarsKey(symbol));
        return new Stored(
                object.map(stored -> DailyBarsCsv.read(stored.bytes())).orElseGet(TreeMap::new),
                object.orElse(null));
    }

    /// Adds these bars; where the figures of a day differ, the provider's newest word holds.
    ///
    /// @param splits all that are known of the symbol
    Loaded load(
            Symbol symbol,
            Stored before,
            Collection<OhlcvBar> bars,
            List<Split> splits,
            DailyRun run) {
        Optional<Loaded> loaded = tryLoad(symbol, before, bars, splits, run);
        if (loaded.isEmpty()) {
            // Another writer was faster: its rows must not be lost, ours neither.
            loaded = tryLoad(symbol, read(symbol), bars, splits, run);
        }
        return loaded.orElseThrow(() ->
                new StorageException(
                        "Put %s failed: another writer changed it twice meanwhile. Let the function run once at a time."
                                .formatted(LakeLayout.dailyBarsKey(symbol))));
    }

    private Optional<Loaded> tryLoad(
            Symbol symbol,
            Stored before,
            Collection<OhlcvBar> bars,
            List<Split> splits,
            DailyRun run) {
        NavigableMap<LocalDate, OhlcvBar> merged = new TreeMap<>(before.bars());
        NavigableMap<LocalDate, OhlcvBar> changed = new TreeMap<>();
        int added = 0;
        for (OhlcvBar bar : bars) {
            OhlcvBar known = before.bars().get(bar.tradingDay());
            if (known == null || !known.sameFigures(bar)) {
                added += known == null ? 1 : 0;
                merged.put(bar.tradingDay(), bar);
                changed.put(bar.tradingDay(), bar);
            }
        }
        List<OhlcvBar> tabled = ofWorkingSet(merged, changed);
        table.putSplits(splits);
        table.putFacts(new BarConditions(merged, splits).facts(tabled, before.bars().keySet()));
        table.put(tabled, run);
        return write(symbol, before, merged)
                ? Optional.of(new Loaded(merged, added, changed.size() - added))
                : Optional.empty();
    }

    private static List<OhlcvBar> ofWorkingSet(
            NavigableMap<LocalDate, OhlcvBar> all, NavigableMap<LocalDate, OhlcvBar> changed) {
        return all.descendingKeySet().stream()
                .limit(WORKING_SET)
                .reduce((_, older) -> older)
                .map(oldest -> List.copyOf(changed.tailMap(oldest, true).values()))
                .orElse(List.of());
    }

    private boolean write(Symbol symbol, Stored before, NavigableMap<LocalDate, OhlcvBar> bars) {
        byte[] bytes = DailyBarsCsv.write(bars.values(), TradingCalendar.nyse());
        String key = LakeLayout.dailyBarsKey(symbol);
        Lake.StoredObject object = before.object();
        if (object == null) {
            return bars.isEmpty() || lake.putIfAbsent(key, bytes, "text/csv");
        }
        return Arrays.equals(bytes, object.bytes())
                || lake.putIfUnchanged(key, bytes, "text/csv", object.entityTag());
    }
}
