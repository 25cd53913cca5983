package dev.bellwether.market.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Seeded walks in hundredths of a cent, all above zero.
final class SyntheticSeries {
    private static final int DECIMALS = 4;
    private static final int START = 1_000_000;
    private static final int LEAST = 5_000;
    private static final int FLAT_EVERY = 500;
    private static final int FLAT_BARS = 60;
    private static final int JUMP_EVERY = 700;

    private SyntheticSeries() {}

    /// A walk whose bars all have a range, without jumps.
    static List<PriceBar> walk(long seed, int count) {
        Random random = new Random(seed);
        List<PriceBar> bars = new ArrayList<>();
        int close = START;
        for (int i = 0; i < count; i++) {
            close = Math.max(LEAST, close + random.nextInt(-close / 40, close / 40 + 2));
            bars.add(around(close, random));
        }
        return bars;
    }

    /// A walk that begins flat, stands still for 60 bars in 500 and splits or merges in 700 bars:
    /// what makes divisors zero, and differences small against what went before.
    static List<PriceBar> rough(long seed, int count) {
        Random random = new Random(seed);
        List<PriceBar> bars = new ArrayList<>();
        int close = START;
        for (int i = 0; i < count; i++) {
            if (i % JUMP_EVERY == JUMP_EVERY - 1) {
                close = close > START ? close / 20 : close * 7;
            }
            if (i % FLAT_EVERY < FLAT_BARS) {
                bars.add(new PriceBar(price(close), price(close), price(close)));
            } else {
                close = Math.max(LEAST, close + random.nextInt(-close / 30, close / 30 + 2));
                bars.add(around(close, random));
            }
        }
        return bars;
    }

    private static PriceBar around(int close, Random random) {
        int range = close / 50;
        return new PriceBar(
                price(close + random.nextInt(range)),
                price(close - 1 - random.nextInt(range)),
                price(close));
    }

    private static BigDecimal price(int unscaled) {
        return BigDecimal.valueOf(unscaled, DECIMALS);
    }
}
