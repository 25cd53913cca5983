package dev.bellwether.market.rule;

import dev.bellwether.market.Split;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Reads Wilder's relative strength index.
final class RsiGauge implements Gauge {
    private static final int SHOWN_DECIMALS = 6;

    private final RuleKind.RsiThreshold kind;
    private int changes;
    private double last = Double.NaN;
    private double gain;
    private double loss;

    RsiGauge(RuleKind.RsiThreshold kind) {
        this.kind = kind;
    }

    static RsiGauge restore(RuleKind.RsiThreshold kind, String state) {
        String[] parts = state.split(" ", -1);
        RsiGauge gauge = new RsiGauge(kind);
        gauge.changes = Integer.parseInt(parts[0]);
        gauge.last = Double.parseDouble(parts[1]);
        gauge.gain = Double.parseDouble(parts[2]);
        gauge.loss = Double.parseDouble(parts[3]);
        return gauge;
    }

    @Override
    public void add(BigDecimal close) {
        double price = close.doubleValue();
        if (!Double.isNaN(last)) {
            double change = price - last;
            int weight = Math.min(++changes, kind.period());
            gain += (Math.max(change, 0) - gain) / weight;
            loss += (Math.max(-change, 0) - loss) / weight;
        }
        last = price;
    }

    @Override
    public void restate(Split split) {
        double factor = (double) split.oldShares() / split.newShares();
        last *= factor;
        gain *= factor;
        loss *= factor;
    }

    @Override
    public void clear() {
        changes = 0;
        last = Double.NaN;
        gain = 0;
        loss = 0;
    }

    @Override
    public boolean isWarm() {
        return changes >= kind.period();
    }

    @Override
    public int sign() {
        return (int) Math.signum(index() - kind.level().doubleValue());
    }

    @Override
    public Figures figures() {
        return new Figures(
                BigDecimal.valueOf(index()).setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN),
                kind.level());
    }

    private double index() {
        return gain + loss == 0 ? 50 : 100 * gain / (gain + loss);
    }

    @Override
    public Gauge copy() {
        RsiGauge copy = new RsiGauge(kind);
        copy.changes = changes;
        copy.last = last;
        copy.gain = gain;
        copy.loss = loss;
        return copy;
    }

    @Override
    public String state() {
        return changes + " " + last + " " + gain + " " + loss;
    }
}
