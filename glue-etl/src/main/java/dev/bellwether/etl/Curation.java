package dev.bellwether.etl;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.curate.MoveDecision;
import dev.bellwether.lake.curate.Observed;
import dev.bellwether.market.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/// Curates one group of observations.
///
/// @param tables whose rows are wanted
record Curation(LakeLogic logic, Set<CuratedTable> tables)
        implements PairFlatMapFunction<Tuple2<String, Iterable<byte[]>>, String, Chunk> {
    @Override
    public Iterator<Tuple2<String, Chunk>> call(Tuple2<String, Iterable<byte[]>> group) {
        GroupKey key = GroupKey.parse(group._1);
        CuratedChunks chunks = new CuratedChunks(tables);
        if (key.kind() == GroupKey.Kind.DAILY) {
            @Nullable Observed observed = observed(key.first(), group._2);
            if (observed != null) {
                chunks.add(logic.curate(observed));
            }
        } else {
            List<BarObservation> bars = new ArrayList<>();
            group._2.forEach(part -> bars.addAll(PartCodec.decode(part).bars()));
            String instrument =
                    logic.instrumentOf(Symbol.of(key.first()), LocalDate.parse(key.second()));
            chunks.add(logic.curateIntraday(instrument, bars));
        }
        return chunks.chunks();
    }

    /// Null if only actions or decisions are known, and nothing tells up to when.
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
        for (ActionObservation action : actions) {
            if (horizon == null) {
                horizon = action.action().effectiveDay();
            }
        }
        return horizon == null
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
