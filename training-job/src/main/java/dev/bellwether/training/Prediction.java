package dev.bellwether.training;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The published forecast of a symbol's close.
///
/// @param asOf the symbol's newest bar, which may be older than the run's day
/// @param targetDate the session it is about
/// @param close the forecast; without skill, the last close
/// @param band where four in five closes would have come to lie by the errors out of sample; empty
///   when there were too few
record Prediction(
        Symbol symbol,
        LocalDate asOf,
        LocalDate targetDate,
        BigDecimal lastClose,
        BigDecimal close,
        Optional<Band> band,
        boolean skilled) {
    private static final double BELOW = 0.1;
    private static final double ABOVE = 0.9;
    private static final int LEAST_RETURNS = 20;

    /// Closes that are passed on each side once in ten times.
    record Band(BigDecimal lower, BigDecimal upper) {}

    static Prediction of(
            Symbol symbol, List<OhlcvBar> bars, int horizon, Study study, Verdict verdict) {
        OhlcvBar last = bars.getLast();
        double expectedReturn = 0;
        double[] errors =
                switch (study) {
                    case Study.Modelled modelled ->
                            verdict.skilled()
                                    ? modelled.evaluation().errors()
                                    : modelled.evaluation().naiveErrors();
                    case Study.NotModelled notModelled -> notModelled.pastReturns();
                };
        if (verdict.skilled() && study instanceof Study.Modelled modelled) {
            expectedReturn = modelled.expectedReturn();
        }
        BigDecimal close = verdict.skilled() ? after(last.close(), expectedReturn) : last.close();
        return new Prediction(
                symbol,
                last.tradingDay(),
                TradingCalendar.nyse().plusSessions(last.tradingDay(), horizon),
                last.close(),
                close,
                band(last.close(), expectedReturn, errors, close),
                verdict.skilled());
    }

    private static Optional<Band> band(
            BigDecimal lastClose, double expectedReturn, double[] errors, BigDecimal close) {
        if (errors.length < LEAST_RETURNS) {
            return Optional.empty();
        }
        BigDecimal lower = after(lastClose, expectedReturn + Statistics.quantile(errors, BELOW));
        BigDecimal upper = after(lastClose, expectedReturn + Statistics.quantile(errors, ABOVE));
        return Optional.of(new Band(lower.min(close), upper.max(close)));
    }

    private static BigDecimal after(BigDecimal close, double logReturn) {
        return close.multiply(BigDecimal.valueOf(Math.exp(logReturn)));
    }
}
