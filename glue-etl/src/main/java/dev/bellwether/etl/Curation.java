package dev.bellwether.etl;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.curate.Curated;
import dev.bellwether.lake.curate.InstrumentCuration;
import dev.bellwether.lake.curate.IntradayCuration;
import dev.bellwether.lake.curate.MoveDecision;
import dev.bellwether.lake.curate.Observed;
import dev.bellwether.lake.curate.TrainingSeries;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.util.CollectionAccumulator;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/// Curates one group of observations.
///
/// @param tables whose rows are wanted
/// @param training whether the training set is wanted
/// @param troubles gets a line for each group that could not be curated
record Curation(Set<CuratedTable> tables, boolean training, CollectionAccumulator<String> troubles)
        implements Function<Tuple2<String, Iterable<byte[]>>, CuratedGroup> {
    @Override
    public CuratedGroup call(Tuple2<String, Iterable<byte[]>> group) {
        GroupKey key = GroupKey.parse(group._1);
        try {
            return curate(key, group._2);
        } catch (RuntimeException e) {
            // One instrument must not keep the others out of the lake.
            troubles.add("%s %s: %s".formatted(key.first(), key.second(), e));
            return new CuratedGroup(List.of(), List.of());
        }
    }

    private CuratedGroup curate(GroupKey key, Iterable<byte[]> parts) {
        CuratedChunks chunks = new CuratedChunks(tables);
        Optional<TrainingPart> ofTraining = Optional.empty();
        if (key.kind() == GroupKey.Kind.DAILY) {
            @Nullable Observed observed = observed(key.first(), parts);
            if (observed != null) {
                Curated curated = InstrumentCuration.curate(observed, TradingCalendar.nyse());
                chunks.add(curated);
                if (training) {
                    ofTraining =
                            TrainingSeries.of(curated, TradingCalendar.nyse())
                                    .map(TrainingPart::of);
                }
            }
        } else {
            List<BarObservation> bars = new ArrayList<>();
            parts.forEach(part -> bars.addAll(PartCodec.decode(part).bars()));
            chunks.add(
                    IntradayCuration.curate(
                            Symbol.of(key.first()),
                            LocalDate.parse(key.second()),
                            bars,
                            TradingCalendar.nyse()));
        }
        return new CuratedGroup(chunks.chunks(), ofTraining.stream().toList());
    }

    /// Null if there is nothing but decisions: they say nothing about days without a bar.
    private static @Nullable Observed observed(String instrument, Iterable<byte[]> parts) {
        List<BarObservation> bars = new ArrayList<>();
        List<ActionObservation> actions = new ArrayList<>();
        List<MoveDecision> decisions = new ArrayList<>();
        NavigableSet<LocalDate> asked = new TreeSet<>();
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (byte[] bytes : parts) {
            ObservedPart part = PartCodec.decode(bytes);
            bars.addAll(part.bars());
            actions.addAll(part.actions());
            decisions.addAll(part.decisions());
            @Nullable LocalDate horizon = part.horizon();
            if (horizon != null) {
                asked.add(horizon);
            }
            part.bars().forEach(bar -> days.add(bar.bar().tradingDay()));
        }
        Optional<LocalDate> firstAsked =
                asked.isEmpty() ? Optional.empty() : Optional.of(asked.first());
        days.addAll(asked);
        if (days.isEmpty()) {
            // What is known of its actions is no less known for want of bars.
            actions.forEach(action -> days.add(action.action().effectiveDay()));
        }
        return days.isEmpty()
                ? null
                : new Observed(instrument, bars, actions, decisions, firstAsked, days.last());
    }
}
