package dev.bellwether.lake.curate;

import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.Knowledge;
import dev.bellwether.lake.Providers;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.lake.action.AppliedActions;
import dev.bellwether.lake.condition.DailyScreen;
import dev.bellwether.lake.condition.ScreenedBar;
import dev.bellwether.lake.condition.SecondOpinion;
import dev.bellwether.lake.condition.SecondOpinion.KnownClose;
import dev.bellwether.lake.history.Version;
import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// All versions of one provider's daily bars of one feed and basis, screened.
final class DailySeries {
    private final SourceBar any;
    private final Map<LocalDate, Knowledge> known = new TreeMap<>();
    private final DailyScreen screen;

    private DailySeries(
            List<Version<BarObservation>> newest,
            AppliedActions actions,
            TradingCalendar calendar) {
        any = newest.get(0).first().bar();
        newest.forEach(version ->
                known.put(version.first().bar().tradingDay(), version.first().knowledge()));
        screen =
                DailyScreen.of(
                        newest.stream().map(version -> version.first().bar()).toList(),
                        any.basis() == Basis.RAW ? actions : AppliedActions.NONE,
                        calendar);
    }

    /// The series by provider, feed and basis, the one that is believed first first.
    static Map<Key, DailySeries> of(
            Collection<Version<BarObservation>> versions,
            AppliedActions actions,
            TradingCalendar calendar) {
        Map<Key, List<Version<BarObservation>>> newest = new LinkedHashMap<>();
        versions.stream()
                .filter(Version::newest)
                .sorted(
                        Comparator.comparing(
                                version -> version.first().bar(),
                                Providers.byRank().thenComparing(SourceBar::basis)))
                .forEach(version ->
                        newest.computeIfAbsent(
                                        Key.of(version.first().bar()), key -> new ArrayList<>())
                                .add(version));
        Map<Key, DailySeries> series = new LinkedHashMap<>();
        newest.forEach((key, bars) -> series.put(key, new DailySeries(bars, actions, calendar)));
        return series;
    }

    /// A version of one of its bars with what is odd about it.
    ScreenedBar judge(Version<BarObservation> version) {
        SourceBar bar = version.first().bar();
        ScreenedBar newest = screen.bars().get(bar.tradingDay());
        return version.newest() && newest != null ? newest : screen.judge(bar);
    }

    /// What it says about moves that another provider's series shows.
    SecondOpinion opinion() {
        NavigableMap<LocalDate, KnownClose> closes = new TreeMap<>();
        for (ScreenedBar screened : screen.bars().values()) {
            BigDecimal close = screened.bar().close();
            LocalDate day = screened.bar().tradingDay();
            Knowledge knowledge = known.get(day);
            if (close != null && knowledge != null && !screened.suspect()) {
                closes.put(day, new KnownClose(close, knowledge.at()));
            }
        }
        return new SecondOpinion(any.provider(), any.feed(), any.basis(), closes);
    }

    /// Which series it is.
    record Key(Provider provider, String feed, Basis basis) {
        static Key of(SourceBar bar) {
            return new Key(bar.provider(), bar.feed(), bar.basis());
        }
    }
}
