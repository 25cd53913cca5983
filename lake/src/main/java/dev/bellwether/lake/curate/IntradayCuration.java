package dev.bellwether.lake.curate;

import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.Interval;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.lake.action.SymbolHistory;
import dev.bellwether.lake.condition.DayCondition;
import dev.bellwether.lake.condition.IntradayLedger;
import dev.bellwether.lake.condition.IntradayScreen;
import dev.bellwether.lake.condition.ScreenedBar;
import dev.bellwether.lake.history.BarIdentity;
import dev.bellwether.lake.history.Version;
import dev.bellwether.lake.history.VersionFold;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes the rows of `bars` and of `data_condition` out of all that the raw zone says about one
/// symbol's shorter bars of one day. The same observations give the same rows, whatever order they
/// come in and however often.
public final class IntradayCuration {
    private IntradayCuration() {}

    /// The newest version of each bar, of every provider, and a condition per interval.
    ///
    /// @param symbol what the bars' instrument traded as that day
    /// @param observed bars of that symbol and day, of any interval but a day
    public static IntradayRows curate(
            Symbol symbol, LocalDate day, List<BarObservation> observed, TradingCalendar calendar) {
        String instrumentId = SymbolHistory.known().instrumentId(symbol, day);
        List<Version<BarObservation>> newest =
                VersionFold.ofBars().fold(observed).values().stream()
                        .flatMap(List::stream)
                        .filter(Version::newest)
                        .toList();
        Map<BarIdentity, ScreenedBar> screened = screen(newest);
        List<BarRow> rows = new ArrayList<>(newest.size());
        Map<Interval, List<ScreenedBar>> byInterval = new EnumMap<>(Interval.class);
        for (Version<BarObservation> version : newest) {
            SourceBar bar = version.first().bar();
            ScreenedBar judged = screened.get(BarIdentity.of(bar));
            if (judged != null) {
                rows.add(BarRows.row(instrumentId, version, judged));
                byInterval.computeIfAbsent(bar.interval(), any -> new ArrayList<>()).add(judged);
            }
        }
        rows.sort(BarRows.ORDER);
        List<ConditionRow> conditions = new ArrayList<>();
        byInterval.forEach((interval, bars) -> {
            DayCondition condition = new IntradayLedger(calendar).judge(day, interval, bars);
            conditions.add(row(symbol, instrumentId, interval, condition));
        });
        return new IntradayRows(rows, conditions);
    }

    private static Map<BarIdentity, ScreenedBar> screen(List<Version<BarObservation>> newest) {
        Map<SeriesKey, List<SourceBar>> series = new TreeMap<>();
        for (Version<BarObservation> version : newest) {
            SourceBar bar = version.first().bar();
            series.computeIfAbsent(SeriesKey.of(bar), any -> new ArrayList<>()).add(bar);
        }
        Map<BarIdentity, ScreenedBar> screened = new HashMap<>();
        for (List<SourceBar> bars : series.values()) {
            IntradayScreen.screen(bars)
                    .forEach(judged -> screened.put(BarIdentity.of(judged.bar()), judged));
        }
        return screened;
    }

    private static ConditionRow row(
            Symbol symbol, String instrumentId, Interval interval, DayCondition condition) {
        return new ConditionRow(
                symbol,
                instrumentId,
                interval,
                condition.day(),
                condition.condition(),
                condition.reason(),
                condition.expected(),
                condition.bars());
    }

    private record SeriesKey(Interval interval, DailySeries.Key key)
            implements Comparable<SeriesKey> {
        private static final Comparator<SeriesKey> ORDER =
                Comparator.comparing(SeriesKey::interval)
                        .thenComparing(series -> series.key.provider())
                        .thenComparing(series -> series.key.feed())
                        .thenComparing(series -> series.key.basis());

        static SeriesKey of(SourceBar bar) {
            return new SeriesKey(bar.interval(), DailySeries.Key.of(bar));
        }

        @Override
        public int compareTo(SeriesKey other) {
            return ORDER.compare(this, other);
        }
    }
}
