package dev.bellwether.market.rule;

import dev.bellwether.market.Split;
import dev.bellwether.market.rule.RuleKind.MoveUnit;
import dev.bellwether.market.rule.RuleKind.PercentChange;
import dev.bellwether.market.rule.RuleKind.PriceLevel;
import dev.bellwether.market.rule.RuleKind.RsiThreshold;
import dev.bellwether.market.rule.RuleKind.SmaCrossover;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Reads the last closes, in exact arithmetic.
///
/// After a split, old and new closes are brought to one unit by multiplying both sides, never by a
/// division that would round: what is kept is the close times a whole number, the unit.
final class ClosesGauge implements Gauge {
    private static final int SHOWN_DECIMALS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final RuleKind kind;
    private final BigDecimal band;
    private final int kept;
    private final List<BigDecimal> closes = new ArrayList<>();
    private BigDecimal unit = BigDecimal.ONE;

    ClosesGauge(RuleDefinition rule) {
        this.kind = rule.kind();
        this.band = rule.band();
        this.kept = rule.span();
    }

    static ClosesGauge restore(RuleDefinition rule, String state) {
        ClosesGauge gauge = new ClosesGauge(rule);
        String[] parts = state.split(" ", -1);
        gauge.unit = new BigDecimal(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            gauge.closes.add(new BigDecimal(parts[i]));
        }
        return gauge;
    }

    @Override
    public void add(BigDecimal close) {
        closes.add(close.multiply(unit));
        if (closes.size() > kept) {
            closes.removeFirst();
        }
    }

    @Override
    public void restate(Split split) {
        closes.replaceAll(close -> close.multiply(split.oldFactor()));
        unit = unit.multiply(split.newFactor());
    }

    @Override
    public void clear() {
        closes.clear();
        unit = BigDecimal.ONE;
    }

    @Override
    public boolean isWarm() {
        return closes.size() == kept;
    }

    @Override
    public int sign(int held) {
        return switch (kind) {
            case SmaCrossover(int fast, int slow) -> {
                // The difference of the averages, times fast times slow.
                BigDecimal difference =
                        sum(fast)
                                .multiply(BigDecimal.valueOf(slow))
                                .subtract(sum(slow).multiply(BigDecimal.valueOf(fast)));
                yield beyondBand(difference, BigDecimal.valueOf((long) fast * slow), held);
            }
            case PriceLevel(BigDecimal level) ->
                    beyondBand(
                            closes.getLast().subtract(level.multiply(unit)), BigDecimal.ONE, held);
            case PercentChange change -> signOfMove(change);
            case RsiThreshold _ -> throw new IllegalStateException("RSI has its own gauge");
        };
    }

    private int beyondBand(BigDecimal difference, BigDecimal divisor, int held) {
        boolean beyond =
                band.signum() == 0
                        || difference.signum() == held
                        || Deviation.isExceeded(difference, divisor, band, closes);
        return beyond ? difference.signum() : 0;
    }

    private int signOfMove(PercentChange change) {
        BigDecimal before = closes.get(closes.size() - 2);
        BigDecimal move = closes.getLast().subtract(before);
        boolean large =
                switch (change.unit()) {
                    case PERCENT ->
                            move.abs()
                                            .multiply(HUNDRED)
                                            .compareTo(change.threshold().multiply(before))
                                    > 0;
                    case DEVIATIONS ->
                            Deviation.isExceeded(
                                    move,
                                    BigDecimal.ONE,
                                    change.threshold(),
                                    closes.subList(0, closes.size() - 1));
                };
        return large ? move.signum() : 0;
    }

    @Override
    public Figures figures() {
        return switch (kind) {
            case SmaCrossover(int fast, int slow) -> new Figures(average(fast), average(slow));
            case PriceLevel(BigDecimal level) -> new Figures(shown(closes.getLast()), level);
            case PercentChange change ->
                    new Figures(
                            percentOfMove(),
                            change.unit() == MoveUnit.PERCENT
                                    ? change.threshold()
                                    : percentOfDeviations(change.threshold()));
            case RsiThreshold _ -> throw new IllegalStateException("RSI has its own gauge");
        };
    }

    private BigDecimal percentOfMove() {
        BigDecimal before = closes.get(closes.size() - 2);
        return percent(closes.getLast().subtract(before), before);
    }

    private BigDecimal percentOfDeviations(BigDecimal times) {
        List<BigDecimal> earlier = closes.subList(0, closes.size() - 1);
        return percent(Deviation.rounded(earlier).multiply(times), earlier.getLast());
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return rounded(part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64));
    }

    private BigDecimal average(int bars) {
        return sum(bars)
                .divide(
                        unit.multiply(BigDecimal.valueOf(bars)),
                        SHOWN_DECIMALS,
                        RoundingMode.HALF_EVEN);
    }

    private BigDecimal shown(BigDecimal close) {
        return close.divide(unit, SHOWN_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private BigDecimal sum(int bars) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = closes.size() - bars; i < closes.size(); i++) {
            sum = sum.add(closes.get(i));
        }
        return sum;
    }

    @Override
    public Supplier<String> state() {
        BigDecimal takenUnit = unit;
        List<BigDecimal> taken = List.copyOf(closes);
        return () ->
                takenUnit.toPlainString()
                        + taken.stream()
                                .map(close -> " " + close.toPlainString())
                                .collect(Collectors.joining());
    }
}
