package dev.bellwether.simulator;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Session;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;

/// A made-up course of a session through its own daily bar: a price every 30 seconds that starts at
/// the open, touches exactly the high and the low, ends at the close, and a volume that grows to
/// the bar's.
///
/// Of a price with more than 4 decimals, which files that went through binary floats hold, the
/// rounded one is meant.
///
/// It is the same for the same bar, at any time and on any machine.
final class IntradayPath {
    static final Duration STEP = Duration.ofSeconds(30);

    private static final int LEAST_DECIMALS = 2;
    private static final int MOST_DECIMALS = 4;

    private final OhlcvBar bar;
    private final Instant open;
    private final int decimals;
    private final long[] prices;
    private final long[] highs;
    private final long[] lows;
    private final long[] volumes;

    private IntradayPath(OhlcvBar bar, Session session) {
        this.bar = bar;
        this.open = session.open();
        this.decimals = decimals(bar);
        int last = (int) Duration.between(session.open(), session.close()).dividedBy(STEP);
        Random random = Seeds.random(bar.tradingDay().toEpochDay(), bar.symbol().value());
        this.prices = prices(random, last);
        this.volumes = volumes(random, last, bar.volume());
        this.highs = prices.clone();
        this.lows = prices.clone();
        for (int i = 1; i <= last; i++) {
            highs[i] = Math.max(highs[i - 1], prices[i]);
            lows[i] = Math.min(lows[i - 1], prices[i]);
        }
    }

    /// The course of that session; the bar must be of its day.
    static IntradayPath of(OhlcvBar bar, Session session) {
        if (!bar.tradingDay().equals(session.tradingDay())) {
            throw new IllegalArgumentException(
                    "The bar is of %s, the session of %s"
                            .formatted(bar.tradingDay(), session.tradingDay()));
        }
        return new IntradayPath(bar, session);
    }

    /// The session so far, at the newest point at or before the instant; the last point from the
    /// close on. Throws IllegalArgumentException before the open.
    SessionSoFar at(Instant now) {
        if (now.isBefore(open)) {
            throw new IllegalArgumentException("%s is before the open at %s".formatted(now, open));
        }
        int point = (int) Math.min(prices.length - 1, Duration.between(open, now).dividedBy(STEP));
        return new SessionSoFar(
                bar.tradingDay(),
                open.plus(STEP.multipliedBy(point)),
                price(prices[0]),
                price(highs[point]),
                price(lows[point]),
                price(prices[point]),
                volumes[point]);
    }

    private long[] prices(Random random, int last) {
        long high = ticks(bar.high());
        long low = ticks(bar.low());
        int atHigh = 1 + random.nextInt(last - 1);
        int atLow = 1 + random.nextInt(last - 2);
        atLow += atLow >= atHigh ? 1 : 0;
        long[] path = new long[last + 1];
        path[0] = ticks(bar.open());
        path[last] = ticks(bar.close());
        path[atHigh] = high;
        path[atLow] = low;
        int first = Math.min(atHigh, atLow);
        int second = Math.max(atHigh, atLow);
        fill(path, 0, first, random, low, high);
        fill(path, first, second, random, low, high);
        fill(path, second, last, random, low, high);
        return path;
    }

    // A random walk pinned at both ends; what would leave the bar stays at its edge.
    private static void fill(long[] path, int from, int to, Random random, long low, long high) {
        double step = (high - low) / 60.0;
        double price = path[from];
        for (int i = from + 1; i < to; i++) {
            price += (path[to] - price) / (to - i + 1) + step * random.nextGaussian();
            price = Math.clamp(price, low, high);
            path[i] = Math.clamp(Math.round(price), low, high);
        }
    }

    private static long[] volumes(Random random, int last, long total) {
        double[] cumulative = new double[last + 1];
        double sum = 0;
        for (int i = 0; i <= last; i++) {
            double fromMiddle = 2.0 * i / last - 1;
            sum += (0.5 + 1.5 * fromMiddle * fromMiddle) * (0.2 + random.nextDouble());
            cumulative[i] = sum;
        }
        long[] volumes = new long[last + 1];
        for (int i = 0; i < last; i++) {
            volumes[i] = (long) (total * (cumulative[i] / sum));
        }
        volumes[last] = total;
        return volumes;
    }

    private static int decimals(OhlcvBar bar) {
        int most =
                Stream.of(bar.open(), bar.high(), bar.low(), bar.close())
                        .mapToInt(price -> price.stripTrailingZeros().scale())
                        .max()
                        .orElseThrow();
        return Math.clamp(most, LEAST_DECIMALS, MOST_DECIMALS);
    }

    private long ticks(BigDecimal price) {
        return price.setScale(decimals, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }

    private BigDecimal price(long ticks) {
        return BigDecimal.valueOf(ticks, decimals);
    }
}
