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

/// Made-up series whose law is known: log returns of 2 % a day that follow the one before with
/// weight `phi`, or nothing.
final class Walks {
    static final LocalDate LAST_DAY = LocalDate.of(2025, 10, 29);

    private static final double DEVIATION = 0.02;

    private Walks() {}

    static List<OhlcvBar> noise(Symbol symbol, long seed, int bars) {
        return autoregressive(symbol, seed, bars, 0);
    }

    static List<OhlcvBar> autoregressive(Symbol symbol, long seed, int bars, double phi) {
        Random random = new Random(seed * 1_000_003 + symbol.value().hashCode());
        TradingCalendar calendar = TradingCalendar.nyse();
        List<OhlcvBar> walk = new ArrayList<>();
        double logClose = Math.log(200);
        double logReturn = 0;
        for (LocalDate day :
                calendar.sessions(calendar.plusSessions(LAST_DAY, 1 - bars), LAST_DAY)) {
            logReturn = phi * logReturn + DEVIATION * random.nextGaussian();
            logClose += logReturn;
            walk.add(bar(symbol, day, Math.exp(logClose), 1_000_000 + random.nextInt(1_000_000)));
        }
        return walk;
    }

    /// A bar that opened and closed at the price, to the hundredth of a cent, and moved one percent
    /// both ways.
    static OhlcvBar bar(Symbol symbol, LocalDate day, double price, long volume) {
        BigDecimal close = price(price);
        return new OhlcvBar(
                symbol,
                day,
                close,
                price(price * 1.01),
                price(price * 0.99),
                close,
                volume,
                Provider.ALPHA_VANTAGE);
    }

    private static BigDecimal price(double price) {
        return BigDecimal.valueOf(Math.round(price * 10_000), 4);
    }
}
