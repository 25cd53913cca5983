package dev.bellwether.lake.file;

import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.Interval;
import dev.bellwether.lake.Rejection;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Collects what a file's rows come to: each bar once, and each row that is none with its reason.
final class BarSheet {
    private final Provider provider;
    private final String feed;
    private final Basis basis;
    private final Map<Slot, Taken> bars = new LinkedHashMap<>();
    private final List<CorporateAction> actions = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private LocalDate last = LocalDate.MAX;
    private int repeated;

    BarSheet(Provider provider, String feed, Basis basis) {
        this.provider = provider;
        this.feed = feed;
        this.basis = basis;
    }

    /// Where a row stands, and what it says there.
    record Origin(long line, String record) {}

    /// What a bar is of.
    record Slot(Symbol symbol, Interval interval, Instant start, LocalDate tradingDay) {}

    private record Taken(long line, Figures figures) {}

    /// Rejects bars of later days.
    void until(Optional<LocalDate> day) {
        last = day.orElse(LocalDate.MAX);
    }

    void add(Origin origin, Slot slot, Figures figures) {
        if (slot.tradingDay().isAfter(last)) {
            reject(
                    origin,
                    QuarantineReason.IMPOSSIBLE,
                    "%s lies after the day on which the file was taken"
                            .formatted(slot.tradingDay()));
            return;
        }
        Taken before = bars.putIfAbsent(slot, new Taken(origin.line(), figures));
        if (before == null) {
            return;
        }
        if (before.figures().same(figures)) {
            repeated++;
        } else {
            reject(
                    origin,
                    QuarantineReason.CONFLICTING_DUPLICATE,
                    "row %d has other figures for %s"
                            .formatted(
                                    before.line(),
                                    slot.interval() == Interval.ONE_DAY
                                            ? slot.tradingDay()
                                            : slot.start()));
        }
    }

    void add(CorporateAction action) {
        if (!actions.contains(action)) {
            actions.add(action);
        }
    }

    void note(String note) {
        notes.add(note);
    }

    void reject(Origin origin, QuarantineReason reason, String detail) {
        rejections.add(new Rejection(origin.line(), reason, detail, Excerpt.of(origin.record())));
    }

    void reject(Origin origin, BadRowException why) {
        reject(origin, why.reason(), why.detail());
    }

    FileReading.Data data(String form) {
        List<SourceBar> kept = new ArrayList<>(bars.size());
        bars.forEach((slot, taken) -> kept.add(bar(slot, taken.figures())));
        if (repeated > 0) {
            notes.add(
                    repeated == 1
                            ? "A row says again what another says; it was taken once."
                            : "%,d rows say again what others say; they were taken once."
                                    .formatted(repeated));
        }
        rejections.sort(Comparator.comparingLong(Rejection::line));
        return new FileReading.Data(form, kept, actions, rejections, List.copyOf(notes));
    }

    private SourceBar bar(Slot slot, Figures figures) {
        return new SourceBar(
                slot.symbol(),
                slot.interval(),
                slot.start(),
                slot.tradingDay(),
                figures.open(),
                figures.high(),
                figures.low(),
                figures.close(),
                figures.volume(),
                provider,
                feed,
                basis);
    }
}
