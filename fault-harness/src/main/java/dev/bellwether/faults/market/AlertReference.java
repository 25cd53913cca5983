package dev.bellwether.faults.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which alerts there have to be, computed from the bars that were stored and from nothing of what
/// the functions did.
///
/// A changed bar and each later one are judged when the change's record is delivered, by what is
/// stored then. So a row may come of any state that the table had since its bar was there in time;
/// and when all records were delivered, each row says what follows from the last state. If each
/// restatement waits until all before it was judged, there is one right answer, which [#exact] has.
public final class AlertReference {
    /// What an alert's row has to look like.
    public enum Status {
        /// Its message is sent.
        FIRED("fired"),
        /// It came of a restatement after its day.
        RECORDED("recorded"),
        /// Its bar does not say so any more.
        RETRACTED("retracted");

        private final String id;

        Status(String id) {
            this.id = id;
        }

        /// As rows have it.
        public String id() {
            return id;
        }
    }

    /// The bar of an alert.
    private record Bar(String symbol, LocalDate day) {}

    private static final class Series {
        final NavigableMap<LocalDate, StoredBar> bars = new TreeMap<>();
        final NavigableMap<LocalDate, BigDecimal> closes = new TreeMap<>();
        final Set<LocalDate> onceInTime = new HashSet<>();
    }

    private final Map<String, Series> symbols = new TreeMap<>();
    private final Map<String, Bar> possible = new TreeMap<>();
    private final Map<String, Status> exact = new TreeMap<>();

    /// A bar was stored.
    public void stored(StoredBar bar) {
        Series series = symbols.computeIfAbsent(bar.symbol(), _ -> new Series());
        series.bars.put(bar.day(), bar);
        BigDecimal before = series.closes.put(bar.day(), bar.close());
        if (isInTime(bar)) {
            series.onceInTime.add(bar.day());
        }
        if (series.onceInTime.stream().allMatch(day -> day.isBefore(bar.day()))) {
            return;
        }
        Map<LocalDate, Set<String>> fires = DailyRules.fires(bar.symbol(), series.closes);
        boolean isChanged = before == null || before.compareTo(bar.close()) != 0;
        for (StoredBar judged : series.bars.tailMap(bar.day(), true).values()) {
            Set<String> ids = fires.getOrDefault(judged.day(), Set.of());
            Bar place = new Bar(bar.symbol(), judged.day());
            if (series.onceInTime.contains(judged.day())) {
                ids.forEach(id -> possible.put(id, place));
            }
            if (isChanged) {
                judge(judged, place, ids, bar.scheduledAt());
            }
        }
    }

    private static boolean isInTime(StoredBar bar) {
        return bar.runDay().equals(Optional.of(bar.day()));
    }

    private void judge(StoredBar judged, Bar place, Set<String> ids, Instant changedAt) {
        exact.replaceAll((id, status) ->
                place.equals(possible.get(id)) && !ids.contains(id) ? Status.RETRACTED : status);
        if (isInTime(judged)) {
            boolean isNews = !changedAt.isAfter(judged.scheduledAt());
            ids.forEach(id -> exact.putIfAbsent(id, isNews ? Status.FIRED : Status.RECORDED));
        }
    }

    /// Ids of the alerts that there may be.
    public Set<String> possible() {
        return possible.keySet();
    }

    /// Ids of the alerts that follow from what is stored.
    public Set<String> firing() {
        Set<String> firing = new HashSet<>();
        symbols.forEach((symbol, series) ->
                DailyRules.fires(symbol, series.closes).values().forEach(firing::addAll));
        return firing;
    }

    /// Ids of the alerts that follow from what is stored, at bars that are there in time.
    public Set<String> required() {
        Set<String> required = new HashSet<>();
        symbols.forEach((symbol, series) ->
                DailyRules.fires(symbol, series.closes)
                        .forEach((day, ids) -> {
                            StoredBar bar = series.bars.get(day);
                            if (bar != null && isInTime(bar)) {
                                required.addAll(ids);
                            }
                        }));
        return required;
    }

    /// Every row and its status, if no restatement came before all else was judged.
    public Map<String, Status> exact() {
        return exact;
    }

    /// The ids whose rows nobody can tell, because a change of their bar or of one before it was
    /// given up.
    ///
    /// @param givenUp keys of items whose records were given up, as `<symbol> <sk>`
    public Set<String> untold(Set<String> givenUp) {
        Map<String, String> first = new HashMap<>();
        for (String key : givenUp) {
            String[] parts = key.split(" ", 2);
            if (parts[1].startsWith("bar#")) {
                first.merge(
                        parts[0], parts[1], (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
        return possible.entrySet().stream()
                .filter(alert ->
                        Optional.ofNullable(first.get(alert.getValue().symbol()))
                                .filter(sortKey ->
                                        sortKey.compareTo("bar#1d#" + alert.getValue().day()) <= 0)
                                .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
