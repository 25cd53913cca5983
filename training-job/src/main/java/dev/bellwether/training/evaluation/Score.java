package dev.bellwether.training.evaluation;

import java.util.EnumMap;
import java.util.Map;

/// How the forecasters did on a symbol; errors are of log returns over the horizon.
///
/// @param count forecasts
/// @param errors by forecaster
/// @param scaledError the Lasso's mean absolute scaled error
/// @param direction how often the Lasso had the sign right
/// @param majority how often the majority's sign was right
/// @param coverage how often the Lasso's 80 % intervals held
/// @param halfWidths of the next interval in log returns, by forecaster; not a number where there
///   were too few errors
public record Score(
        int count,
        Map<Forecaster, Errors> errors,
        double scaledError,
        Proportion direction,
        Proportion majority,
        SkillTest skill,
        Proportion coverage,
        Map<Forecaster, Double> halfWidths) {

    /// Mean absolute and root mean square error.
    public record Errors(double meanAbsolute, double rootMeanSquare) {}

    public Score {
        errors = Map.copyOf(errors);
        halfWidths = Map.copyOf(halfWidths);
    }

    /// The figures of a backtest that has forecasts.
    public static Score of(Backtest backtest) {
        Map<Forecaster, Errors> errors = new EnumMap<>(Forecaster.class);
        Map<Forecaster, Double> halfWidths = new EnumMap<>(Forecaster.class);
        for (Forecaster forecaster : Forecaster.values()) {
            double[] missed = backtest.errors(forecaster);
            errors.put(
                    forecaster,
                    new Errors(Statistics.meanAbsolute(missed), Statistics.rootMeanSquare(missed)));
            halfWidths.put(forecaster, Conformal.halfWidth(missed));
        }
        return new Score(
                backtest.size(),
                errors,
                backtest.scaledError(),
                backtest.direction(),
                backtest.majorityDirection(),
                SkillTest.of(backtest),
                Conformal.coverage(
                        backtest.errors(Forecaster.LASSO), backtest.times(), backtest.horizon()),
                halfWidths);
    }
}
