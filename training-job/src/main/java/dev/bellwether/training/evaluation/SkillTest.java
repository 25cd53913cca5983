package dev.bellwether.training.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Whether a Lasso beat every baseline, before other symbols are thought of.
///
/// @param pValues of the Diebold-Mariano test, by baseline
/// @param clarkWest p-values beside them
/// @param betterFolds in how many folds the Lasso's error was below every baseline's
/// @param judgedFolds how many folds there were
public record SkillTest(
        Map<Forecaster, Double> pValues,
        Map<Forecaster, Double> clarkWest,
        int betterFolds,
        int judgedFolds) {
    /// Below it a p-value tells.
    public static final double LEVEL = 0.05;

    /// Folds in which the error has to be lower.
    public static final int NEEDED_FOLDS = 4;

    /// What has to be beaten.
    public static final List<Forecaster> BASELINES =
            List.of(Forecaster.NAIVE, Forecaster.DRIFT, Forecaster.EWMA);

    public SkillTest {
        pValues = Map.copyOf(pValues);
        clarkWest = Map.copyOf(clarkWest);
    }

    /// Judges a backtest.
    public static SkillTest of(Backtest backtest) {
        Map<Forecaster, Double> pValues = new EnumMap<>(Forecaster.class);
        Map<Forecaster, Double> clarkWest = new EnumMap<>(Forecaster.class);
        double[] own = backtest.errors(Forecaster.LASSO);
        for (Forecaster baseline : BASELINES) {
            double[] other = backtest.errors(baseline);
            pValues.put(baseline, DieboldMariano.pValue(own, other, backtest.horizon()));
            clarkWest.put(baseline, ClarkWest.pValue(own, other, backtest.horizon()));
        }
        return new SkillTest(
                pValues, clarkWest, backtest.foldsBetterThan(BASELINES), backtest.judgedFolds());
    }

    /// The largest p-value over the baselines.
    public double largestP() {
        return pValues.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    }

    /// Whether the error was lower in enough folds.
    public boolean isSteady() {
        return betterFolds >= NEEDED_FOLDS;
    }

    /// Whether the symbol alone would claim skill.
    public boolean claimsAlone() {
        return isSteady() && largestP() < LEVEL;
    }
}
