package dev.bellwether.etl;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.Interval;
import dev.bellwether.lake.Knowledge;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.lake.curate.MoveDecision;
import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Observations as bytes, about 80 a bar: as objects a bar is ten of them, and half a kilobyte.
final class PartCodec {
    /// Everything about a bar but its time and figures; a raw object holds few of these.
    private record Source(
            Symbol symbol,
            Interval interval,
            Provider provider,
            String feed,
            Basis basis,
            String rawKey) {
        static Source of(BarObservation observation) {
            SourceBar bar = observation.bar();
            return new Source(
                    bar.symbol(),
                    bar.interval(),
                    bar.provider(),
                    bar.feed(),
                    bar.basis(),
                    observation.rawKey());
        }
    }

    private PartCodec() {}

    static byte[] encode(ObservedPart part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 80 * part.bars().size());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            BinaryValues.writeDay(out, part.horizon());
            writeBars(out, part.bars());
            out.writeInt(part.actions().size());
            for (ActionObservation action : part.actions()) {
                writeAction(out, action);
            }
            out.writeInt(part.decisions().size());
            for (MoveDecision decision : part.decisions()) {
                out.writeUTF(decision.symbol().value());
                BinaryValues.writeDay(out, decision.tradingDay());
                BinaryValues.writeInstant(out, decision.decidedAt());
                out.writeUTF(decision.rawKey());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    static ObservedPart decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            @Nullable LocalDate horizon = BinaryValues.readDay(in);
            List<BarObservation> bars = readBars(in);
            List<ActionObservation> actions = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                actions.add(readAction(in));
            }
            List<MoveDecision> decisions = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                decisions.add(
                        new MoveDecision(
                                Symbol.of(in.readUTF()),
                                BinaryValues.requireDay(in),
                                BinaryValues.readInstant(in),
                                in.readUTF()));
            }
            return new ObservedPart(horizon, bars, actions, decisions);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    private static void writeBars(DataOutputStream out, List<BarObservation> bars)
            throws IOException {
        Map<Source, Integer> sources = new HashMap<>();
        List<Source> ordered = new ArrayList<>();
        int[] sourceOf = new int[bars.size()];
        for (int i = 0; i < sourceOf.length; i++) {
            Source source = Source.of(bars.get(i));
            sourceOf[i] =
                    sources.computeIfAbsent(
                            source,
                            added -> {
                                ordered.add(added);
                                return ordered.size() - 1;
                            });
        }
        out.writeInt(ordered.size());
        for (Source source : ordered) {
            out.writeUTF(source.symbol().value());
            out.writeByte(source.interval().ordinal());
            out.writeByte(source.provider().ordinal());
            out.writeUTF(source.feed());
            out.writeByte(source.basis().ordinal());
            out.writeUTF(source.rawKey());
        }
        out.writeInt(bars.size());
        for (int i = 0; i < sourceOf.length; i++) {
            out.writeShort(sourceOf[i]);
            writeFigures(out, bars.get(i));
        }
    }

    private static void writeFigures(DataOutputStream out, BarObservation observation)
            throws IOException {
        SourceBar bar = observation.bar();
        BinaryValues.writeInstant(out, bar.start());
        BinaryValues.writeDay(out, bar.tradingDay());
        BinaryValues.writeDecimal(out, bar.open());
        BinaryValues.writeDecimal(out, bar.high());
        BinaryValues.writeDecimal(out, bar.low());
        BinaryValues.writeDecimal(out, bar.close());
        BinaryValues.writeLong(out, bar.volume());
        writeKnowledge(out, observation.knowledge());
    }

    private static List<BarObservation> readBars(DataInputStream in) throws IOException {
        Source[] sources = new Source[in.readInt()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] =
                    new Source(
                            Symbol.of(in.readUTF()),
                            Interval.values()[in.readByte()],
                            Provider.values()[in.readByte()],
                            in.readUTF(),
                            Basis.values()[in.readByte()],
                            in.readUTF());
        }
        int count = in.readInt();
        List<BarObservation> bars = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Source source = sources[in.readUnsignedShort()];
            SourceBar bar =
                    new SourceBar(
                            source.symbol(),
                            source.interval(),
                            BinaryValues.readInstant(in),
                            BinaryValues.requireDay(in),
                            BinaryValues.readDecimal(in),
                            BinaryValues.requireDecimal(in),
                            BinaryValues.requireDecimal(in),
                            BinaryValues.readDecimal(in),
                            BinaryValues.readLong(in),
                            source.provider(),
                            source.feed(),
                            source.basis());
            bars.add(new BarObservation(bar, readKnowledge(in), source.rawKey()));
        }
        return List.copyOf(bars);
    }

    private static void writeAction(DataOutputStream out, ActionObservation observation)
            throws IOException {
        CorporateAction action = observation.action();
        out.writeUTF(action.symbol().value());
        BinaryValues.writeDay(out, action.effectiveDay());
        BinaryValues.writeDay(out, action.announcedDay());
        out.writeByte(action.provider().ordinal());
        if (action instanceof CorporateAction.SharesSplit split) {
            out.writeBoolean(true);
            out.writeInt(split.newShares());
            out.writeInt(split.oldShares());
            BinaryValues.writeDecimal(out, split.coefficient());
        } else if (action instanceof CorporateAction.CashDividend dividend) {
            out.writeBoolean(false);
            BinaryValues.writeDecimal(out, dividend.amount());
        }
        writeKnowledge(out, observation.knowledge());
        out.writeUTF(observation.rawKey());
    }

    private static ActionObservation readAction(DataInputStream in) throws IOException {
        Symbol symbol = Symbol.of(in.readUTF());
        LocalDate effective = BinaryValues.requireDay(in);
        @Nullable LocalDate announced = BinaryValues.readDay(in);
        Provider provider = Provider.values()[in.readByte()];
        CorporateAction action =
                in.readBoolean()
                        ? new CorporateAction.SharesSplit(
                                symbol,
                                effective,
                                announced,
                                in.readInt(),
                                in.readInt(),
                                BinaryValues.requireDecimal(in),
                                provider)
                        : new CorporateAction.CashDividend(
                                symbol,
                                effective,
                                announced,
                                BinaryValues.requireDecimal(in),
                                provider);
        return new ActionObservation(action, readKnowledge(in), in.readUTF());
    }

    private static void writeKnowledge(DataOutputStream out, Knowledge knowledge)
            throws IOException {
        BinaryValues.writeInstant(out, knowledge.at());
        out.writeBoolean(knowledge.assumed());
    }

    private static Knowledge readKnowledge(DataInputStream in) throws IOException {
        return new Knowledge(BinaryValues.readInstant(in), in.readBoolean());
    }
}
