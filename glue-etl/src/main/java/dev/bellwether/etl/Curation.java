package dev.bellwether.etl;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.curate.InstrumentCuration;
import dev.bellwether.lake.curate.IntradayCuration;
import dev.bellwether.lake.curate.MoveDecision;
import dev.bellwether.lake.curate.Observed;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.util.CollectionAccumulator;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/// Curates one group of observations.
///
/// @param tables whose rows are wanted
/// @param troubles gets a line for each group that could not be curated
record Curation(Set<CuratedTable> tables, CollectionAccumulator<String> troubles)
        implements PairFlatMapFunction<Tuple2<String, Iterable<byte[]>>, String, Chunk> {
    @Override
    public Iterator<Tuple2<String, Chunk>> call(Tuple2<String, Iterable<byte[]>> group) {
        GroupKey key = GroupKey.parse(group._1);
        try {
            return curate(key, group._2).chunks();
        } catch (RuntimeException e) {
            // One instrument must not keep the others out of the lake.
            troubles.add("%s %s: %s".formatted(key.first(), key.second(), e));
            return List.<Tuple2<String, Chunk>>of().iterator();
        }
    }

    private CuratedChunks curate(GroupKey key, Iterable<byte[]> parts) {
        CuratedChunks chunks = new CuratedChunks(tables);
        if (key.kind() == GroupKey.Kind.DAILY) {
            @Nullable Observed observed = observed(key.first(), parts);
            if (observed != null) {
                chunks.add(InstrumentCuration.curate(observed, TradingCalendar.nyse()));
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
        return chunks;
    }

    /// Null if there is no bar: without one there is no day from which bars can be expected.
    private static @Nullable Observed observed(String instrument, Iterable<byte[]> parts) {
        List<BarObservation> bars = new ArrayList<>();
        List<ActionObservation> actions = new ArrayList<>();
        List<MoveDecision> decisions = new ArrayList<>();
        @Nullable LocalDate horizon = null;
        for (byte[] bytes : parts) {
            ObservedPart part = PartCodec.decode(bytes);
            bars.addAll(part.bars());
            actions.addAll(part.actions());
            decisions.addAll(part.decisions());
            horizon = later(horizon, part.horizon());
            for (BarObservation bar : part.bars()) {
                horizon = later(horizon, bar.bar().tradingDay());
            }
        }
        return bars.isEmpty() || horizon == null
                ? null
                : new Observed(instrument, bars, actions, decisions, horizon);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }
}
