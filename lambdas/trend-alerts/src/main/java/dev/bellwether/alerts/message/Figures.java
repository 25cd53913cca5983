package dev.bellwether.alerts.message;

import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Figures and times as people read them; programs get them exactly.
final class Figures {
    private static final int LEAST_DECIMALS = 2;
    private static final int MOST_DECIMALS = 6;
    private static final int LONGEST = 20;
    private static final int DIGITS_OF_A_LONG_ONE = 9;
    private static final DateTimeFormatter NEW_YORK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm zzz", Locale.US)
                    .withZone(TradingCalendar.ZONE);

    private Figures() {}

    static String money(BigDecimal amount) {
        if (amount.precision() - amount.scale() > LONGEST) {
            return amount.round(new MathContext(DIGITS_OF_A_LONG_ONE)).toString();
        }
        BigDecimal rounded =
                amount.scale() > MOST_DECIMALS
                        ? amount.setScale(MOST_DECIMALS, RoundingMode.HALF_UP)
                        : amount;
        BigDecimal shortest = rounded.stripTrailingZeros();
        return shortest.setScale(Math.max(LEAST_DECIMALS, shortest.scale())).toPlainString();
    }

    static String money(Optional<BigDecimal> amount) {
        return amount.map(Figures::money).orElse("not known");
    }

    static String time(Instant at) {
        return NEW_YORK.format(at);
    }

    static String age(Duration age) {
        long minutes = age.toMinutes();
        return minutes < 60
                ? "%d min".formatted(minutes)
                : "%d h %d min".formatted(minutes / 60, minutes % 60);
    }
}
