package dev.bellwether.market.rule;

import java.math.BigDecimal;

/// What a rule looks at. Its text, such as `sma-crossover:5,20`, is the same in commands, rows and
/// messages.
public sealed interface RuleKind {
    /// The kind as text; [#parse] reads it back.
    String text();

    /// The kind of that text.
    ///
    /// @throws IllegalArgumentException that says what is wrong and how it is written
    static RuleKind parse(String text) {
        return RuleKindText.parse(text);
    }

    /// How many bars its figures are made of at least, the judged one included.
    int span();

    /// The simple average of the last `fast` closes against that of the last `slow`.
    ///
    /// @param fast bars in the fast average, at least 1
    /// @param slow bars in the slow average, more than `fast`, at most [#LONGEST]
    record SmaCrossover(int fast, int slow) implements RuleKind {
        /// Most bars in an average: what is kept of a series has to hold them.
        public static final int LONGEST = 200;

        public SmaCrossover {
            if (fast < 1 || slow <= fast || slow > LONGEST) {
                throw new IllegalArgumentException(
                        fast > slow && slow >= 1
                                ? "sma-crossover takes the fast average first: sma-crossover:%d,%d"
                                        .formatted(slow, fast)
                                : "sma-crossover needs 1 <= fast < slow <= %d, not %d and %d"
                                        .formatted(LONGEST, fast, slow));
            }
        }

        @Override
        public String text() {
            return "sma-crossover:" + fast + "," + slow;
        }

        @Override
        public int span() {
            return slow;
        }
    }

    /// The close against the close before.
    ///
    /// @param threshold above zero: the move has to be larger
    /// @param unit what the threshold counts
    record PercentChange(BigDecimal threshold, MoveUnit unit) implements RuleKind {
        public PercentChange {
            if (threshold.signum() <= 0) {
                throw new IllegalArgumentException(
                        "percent-change needs a threshold above 0, not "
                                + threshold.toPlainString());
            }
            threshold = RuleKindText.normal(threshold);
        }

        @Override
        public String text() {
            return "percent-change:" + RuleKindText.plain(threshold) + unit.suffix();
        }

        @Override
        public int span() {
            return switch (unit) {
                case PERCENT -> 2;
                case DEVIATIONS -> Deviation.DIFFERENCES + 2;
            };
        }
    }

    /// What the threshold of a move counts.
    enum MoveUnit {
        /// Percent of the close before.
        PERCENT(""),
        /// Standard deviations of the 20 bar-to-bar differences before.
        DEVIATIONS("sd");

        private final String suffix;

        MoveUnit(String suffix) {
            this.suffix = suffix;
        }

        String suffix() {
            return suffix;
        }
    }

    /// The close against a price.
    ///
    /// @param level above zero, as the price is written today: a split does not move it
    record PriceLevel(BigDecimal level) implements RuleKind {
        public PriceLevel {
            if (level.signum() <= 0) {
                throw new IllegalArgumentException(
                        "price-level needs a price above 0, not " + level.toPlainString());
            }
            level = RuleKindText.normal(level);
        }

        @Override
        public String text() {
            return "price-level:" + RuleKindText.plain(level);
        }

        @Override
        public int span() {
            return 1;
        }
    }

    /// Wilder's relative strength index against a level.
    ///
    /// @param period bars of its averages, 2 to 100
    /// @param level above 0, below 100
    record RsiThreshold(int period, BigDecimal level) implements RuleKind {
        private static final int LONGEST = 100;

        public RsiThreshold {
            if (period < 2
                    || period > LONGEST
                    || level.signum() <= 0
                    || level.compareTo(BigDecimal.valueOf(100)) >= 0) {
                throw new IllegalArgumentException(
                        "rsi-threshold needs a period of 2 to %d and a level between 0 and 100, not %d and %s"
                                .formatted(LONGEST, period, level.toPlainString()));
            }
            level = RuleKindText.normal(level);
        }

        @Override
        public String text() {
            return "rsi-threshold:" + period + "," + RuleKindText.plain(level);
        }

        @Override
        public int span() {
            return period + 1;
        }
    }
}
