package dev.bellwether.etl;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.Interval;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.lake.action.SymbolHistory;
import dev.bellwether.lake.curate.MoveDecision;
import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.lake.LakeLayout;
import dev.bellwether.market.wire.QuarantineJson;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.util.CollectionAccumulator;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/// Reads one raw object and sends what it says to where it is curated; its rejected rows go to
/// quarantine.
///
/// @param troubles gets a line for each object of which nothing could be made
record RawReader(LakeStore store, RawLogic logic, CollectionAccumulator<String> troubles)
        implements PairFlatMapFunction<String, String, byte[]> {
    private static final String DESCRIPTION = ".json";
    private static final String BODY = ".body";

    @Override
    public Iterator<Tuple2<String, byte[]>> call(String key) {
        RawFinding finding;
        try {
            finding =
                    logic.read(
                            key,
                            store.read(key),
                            () ->
                                    store.read(
                                            key.substring(0, key.length() - DESCRIPTION.length())
                                                    + BODY));
        } catch (IOException | RuntimeException e) {
            // One object must not keep the others out of the lake.
            troubles.add("%s: %s".formatted(key, e));
            return List.<Tuple2<String, byte[]>>of().iterator();
        }
        if (!finding.trouble().isEmpty()) {
            troubles.add("%s: %s".formatted(key, finding.trouble()));
        }
        quarantine(finding.rejections());
        return parts(finding).iterator();
    }

    private void quarantine(List<QuarantineRecord> rejections) {
        for (QuarantineRecord rejection : rejections) {
            LocalDate day = rejection.observedAt().atZone(TradingCalendar.ZONE).toLocalDate();
            store.put(
                    LakeLayout.quarantineKey(day, rejection.source(), rejection.id()),
                    QuarantineJson.write(List.of(rejection)));
        }
    }

    private List<Tuple2<String, byte[]>> parts(RawFinding finding) {
        Map<GroupKey, Builder> groups = new LinkedHashMap<>();
        for (BarObservation observation : finding.bars()) {
            group(groups, observation.bar()).bars.add(observation);
        }
        for (ActionObservation action : finding.actions()) {
            daily(groups, action.action().symbol(), action.action().effectiveDay())
                    .actions
                    .add(action);
        }
        for (MoveDecision decision : finding.decisions()) {
            daily(groups, decision.symbol(), decision.tradingDay()).decisions.add(decision);
        }
        @Nullable LocalDate horizon = finding.horizon();
        if (horizon != null) {
            daily(groups, finding.symbol(), horizon).horizon = horizon;
        }
        List<Tuple2<String, byte[]>> parts = new ArrayList<>(groups.size());
        groups.forEach((group, builder) ->
                parts.add(new Tuple2<>(group.text(), PartCodec.encode(builder.part()))));
        return parts;
    }

    private Builder group(Map<GroupKey, Builder> groups, SourceBar bar) {
        return bar.interval() == Interval.ONE_DAY
                ? daily(groups, bar.symbol(), bar.tradingDay())
                : groups.computeIfAbsent(
                        new GroupKey(
                                GroupKey.Kind.INTRADAY,
                                bar.symbol().value(),
                                bar.tradingDay().toString()),
                        added -> new Builder());
    }

    private Builder daily(Map<GroupKey, Builder> groups, Symbol symbol, LocalDate day) {
        return groups.computeIfAbsent(
                new GroupKey(
                        GroupKey.Kind.DAILY,
                        SymbolHistory.known().listing(symbol, day, day).instrumentId(),
                        ""),
                added -> new Builder());
    }

    private static final class Builder {
        private @Nullable LocalDate horizon;
        private final List<BarObservation> bars = new ArrayList<>();
        private final List<ActionObservation> actions = new ArrayList<>();
        private final List<MoveDecision> decisions = new ArrayList<>();

        ObservedPart part() {
            return new ObservedPart(horizon, bars, actions, decisions);
        }
    }
}
