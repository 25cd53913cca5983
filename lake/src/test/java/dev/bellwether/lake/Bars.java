package dev.bellwether.lake;

import dev.bellwether.lake.CorporateAction.CashDividend;
import dev.bellwether.lake.CorporateAction.SharesSplit;
import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/// Bars and actions for tests.
public final class Bars {
    private static final LocalTime OPEN = LocalTime.of(9, 30);

    private Bars() {}

    /// Open, high, low, close and volume, separated by blanks.
    public static SourceBar daily(
            String symbol, String day, String figures, Provider provider, Basis basis) {
        String[] f = figures.split(" ", 5);
        LocalDate date = LocalDate.parse(day);
        return new SourceBar(
                Symbol.of(symbol),
                Interval.ONE_DAY,
                date.atTime(OPEN).atZone(TradingCalendar.ZONE).toInstant(),
                date,
                new BigDecimal(f[0]),
                new BigDecimal(f[1]),
                new BigDecimal(f[2]),
                new BigDecimal(f[3]),
                Long.valueOf(f[4]),
                provider,
                "daily",
                basis);
    }

    public static SourceBar daily(String symbol, String day, String figures) {
        return daily(symbol, day, figures, Provider.ALPHA_VANTAGE, Basis.RAW);
    }

    /// A bar around a close.
    public static SourceBar close(String day, String close) {
        return close(day, close, Provider.ALPHA_VANTAGE, Basis.RAW);
    }

    public static SourceBar close(String day, String close, Provider provider, Basis basis) {
        BigDecimal price = new BigDecimal(close);
        String figures =
                "%s %s %s %s 1000"
                        .formatted(
                                close,
                                price.multiply(new BigDecimal("1.01")).toPlainString(),
                                price.multiply(new BigDecimal("0.99")).toPlainString(),
                                close);
        return daily("ACME", day, figures, provider, basis);
    }

    public static BarObservation seen(SourceBar bar, String at, String rawKey) {
        return new BarObservation(bar, Knowledge.fetched(Instant.parse(at)), rawKey);
    }

    public static BarObservation seen(SourceBar bar) {
        return seen(bar, "2026-01-01T00:00:00Z", "raw/1.body");
    }

    public static SharesSplit split(String day, int newShares, int oldShares, Provider provider) {
        return new SharesSplit(
                Symbol.of("ACME"),
                LocalDate.parse(day),
                null,
                newShares,
                oldShares,
                new BigDecimal(newShares)
                        .divide(new BigDecimal(oldShares), 10, RoundingMode.HALF_EVEN),
                provider);
    }

    public static CashDividend dividend(String day, String amount, Provider provider) {
        return new CashDividend(
                Symbol.of("ACME"), LocalDate.parse(day), null, new BigDecimal(amount), provider);
    }

    public static ActionObservation seen(CorporateAction action, String at) {
        return new ActionObservation(
                action, Knowledge.fetched(Instant.parse(at)), "raw/actions.body");
    }

    public static ActionObservation seen(CorporateAction action) {
        return seen(action, "2026-01-01T00:00:00Z");
    }
}
