package dev.bellwether.market.rule;

import dev.bellwether.market.Split;
import dev.bellwether.market.indicator.Rsi;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Supplier;

/// Reads Wilder's relative strength index.
final class RsiGauge implements Gauge {
    private static final int SHOWN_DECIMALS = 6;

    private final RuleKind.RsiThreshold kind;
    private Rsi rsi;

    RsiGauge(RuleKind.RsiThreshold kind) {
        this(kind, new Rsi(kind.period()));
    }

    private RsiGauge(RuleKind.RsiThreshold kind, Rsi rsi) {
        this.kind = kind;
        this.rsi = rsi;
    }

    static RsiGauge restore(RuleKind.RsiThreshold kind, String state) {
        return new RsiGauge(kind, Rsi.restore(Rsi.State.parse(state)));
    }

    @Override
    public void add(BigDecimal close) {
        rsi.add(close);
    }

    @Override
    public void restate(Split split) {
        Rsi.State state = rsi.state();
        BigDecimal lastClose = state.lastClose();
        if (lastClose != null) {
            rsi =
                    Rsi.restore(
                            new Rsi.State(
                                    state.barCount(),
                                    state.changes(),
                                    restated(lastClose, split),
                                    restated(state.gain(), split),
                                    restated(state.loss(), split)));
        }
    }

    private static BigDecimal restated(BigDecimal amount, Split split) {
        return amount.multiply(split.oldFactor()).divide(split.newFactor(), MathContext.DECIMAL128);
    }

    @Override
    public void clear() {
        rsi = new Rsi(kind.period());
    }

    @Override
    public boolean isWarm() {
        return rsi.value().isPresent();
    }

    @Override
    public int sign(int held) {
        return (int) Math.signum(index() - kind.level().doubleValue());
    }

    @Override
    public Figures figures() {
        return new Figures(
                BigDecimal.valueOf(index()).setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN),
                kind.level());
    }

    private double index() {
        return rsi.value().orElseThrow();
    }

    @Override
    public Supplier<String> state() {
        return rsi.state()::text;
    }
}
