package dev.bellwether.training;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Made-up bars whose law is known: driftless log returns of 1.5 % a day, each following the one
/// before by a weight. The same seed gives the same bars.
///
/// @param weight 0 for a random walk
record SyntheticWalk(Symbol symbol, long seed, int bars, double weight) {
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 10, 29);
    private static final double DEVIATION = 0.015;
    private static final double FIRST_CLOSE = 200;
    private static final int LEAST_VOLUME = 1_000_000;

    List<OhlcvBar> walk() {
        Random random = new Random(seed);
        TradingCalendar calendar = TradingCalendar.nyse();
        List<OhlcvBar> walk = new ArrayList<>();
        double logClose = Math.log(FIRST_CLOSE);
        double logReturn = 0;
        for (LocalDate day :
                calendar.sessions(calendar.plusSessions(LAST_DAY, 1 - bars), LAST_DAY)) {
            logReturn = weight * logReturn + DEVIATION * random.nextGaussian();
            double open = Math.exp(logClose);
            logClose += logReturn;
            walk.add(bar(day, open, Math.exp(logClose), random));
        }
        return walk;
    }

    private OhlcvBar bar(LocalDate day, double open, double close, Random random) {
        double above = 1 + DEVIATION * random.nextDouble();
        double below = 1 + DEVIATION * random.nextDouble();
        return new OhlcvBar(
                symbol,
                day,
                price(open),
                price(Math.max(open, close) * above),
                price(Math.min(open, close) / below),
                price(close),
                LEAST_VOLUME + random.nextInt(LEAST_VOLUME),
                Provider.ALPHA_VANTAGE);
    }

    private static BigDecimal price(double price) {
        return BigDecimal.valueOf(Math.round(price * 10_000), 4);
    }
}
