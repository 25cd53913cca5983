package dev.bellwether.training;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.training.evaluation.Forecaster;
import java.math.BigDecimal;
import java.time.LocalDate;
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

    /// Closes that are passed, on either side, once in five times.
    record Band(BigDecimal lower, BigDecimal upper) {}

    static Prediction of(OhlcvBar last, int horizon, Study study, Verdict verdict) {
        double expectedReturn = 0;
        double halfWidth =
                switch (study) {
                    case Study.NotModelled notModelled -> notModelled.halfWidth();
                    case Study.Modelled modelled ->
                            modelled.score()
                                    .halfWidths()
                                    .getOrDefault(
                                            verdict.skilled() ? Forecaster.LASSO : Forecaster.NAIVE,
                                            Double.NaN);
                };
        if (verdict.skilled() && study instanceof Study.Modelled modelled) {
            expectedReturn = modelled.expectedReturn();
        }
        BigDecimal close = verdict.skilled() ? after(last.close(), expectedReturn) : last.close();
        Optional<Band> band =
                Double.isNaN(halfWidth)
                        ? Optional.empty()
                        : Optional.of(
                                new Band(
                                        after(last.close(), expectedReturn - halfWidth),
                                        after(last.close(), expectedReturn + halfWidth)));
        return new Prediction(
                last.symbol(),
                last.tradingDay(),
                TradingCalendar.nyse().plusSessions(last.tradingDay(), horizon),
                last.close(),
                close,
                band,
                verdict.skilled());
    }

    private static BigDecimal after(BigDecimal close, double logReturn) {
        return close.multiply(BigDecimal.valueOf(Math.exp(logReturn)));
    }
}
