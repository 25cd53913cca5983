package dev.bellwether.training;

import static java.util.Objects.requireNonNull;

import dev.bellwether.market.Symbol;
import dev.bellwether.training.evaluation.Forecaster;
import dev.bellwether.training.evaluation.Proportion;
import dev.bellwether.training.evaluation.Score;
import dev.bellwether.training.evaluation.SkillTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// `scores.csv`: how each symbol's model did out of sample, beside every baseline. Errors are of
/// log returns over the horizon, `n` is how many.
final class ScoresCsv {
    static final String HEADER =
            "symbol,n,mae,rmse,naive_mae,naive_rmse,drift_mae,drift_rmse,ewma_mae,ewma_rmse,mase,"
                    + "direction,direction_low,direction_high,majority_direction,"
                    + "dm_p_naive,dm_p_drift,dm_p_ewma,dm_p,cw_p_naive,cw_p_drift,holm_p,better_folds,folds,"
                    + "coverage_80,selected,penalty_share,solver_difference,dropped_samples,skill,reason";

    private static final int FIGURES = 27;

    private ScoresCsv() {}

    static byte[] write(Map<Symbol, Study> studies, Map<Symbol, Verdict> verdicts) {
        List<List<String>> rows = new ArrayList<>();
        verdicts.forEach((symbol, verdict) -> {
            Study study = requireNonNull(studies.get(symbol));
            List<String> row = new ArrayList<>(List.of(symbol.value()));
            row.addAll(figures(study, verdict));
            row.add(String.valueOf(study.dropped()));
            row.add(verdict.skilled() ? "yes" : "none");
            row.add(verdict.reason());
            rows.add(List.copyOf(row));
        });
        return Rows.csv(HEADER, rows);
    }

    private static List<String> figures(Study study, Verdict verdict) {
        List<String> row = new ArrayList<>();
        switch (study) {
            case Study.NotModelled _ -> {
                row.add("0");
                row.addAll(Collections.nCopies(FIGURES - 1, ""));
            }
            case Study.Modelled modelled -> {
                addErrors(row, modelled.score());
                addTests(row, modelled.score().skill(), verdict);
                addFit(row, modelled);
            }
        }
        return row;
    }

    private static void addErrors(List<String> row, Score score) {
        row.add(String.valueOf(score.count()));
        for (Forecaster forecaster : Forecaster.values()) {
            Score.Errors errors = requireNonNull(score.errors().get(forecaster));
            row.add(Rows.rounded(errors.meanAbsolute()));
            row.add(Rows.rounded(errors.rootMeanSquare()));
        }
        row.add(Rows.rounded(score.scaledError()));
        row.add(share(score.direction()));
        row.add(Rows.rounded(score.direction().lower()));
        row.add(Rows.rounded(score.direction().upper()));
        row.add(share(score.majority()));
    }

    private static void addTests(List<String> row, SkillTest test, Verdict verdict) {
        for (Forecaster baseline : SkillTest.BASELINES) {
            row.add(Rows.rounded(requireNonNull(test.pValues().get(baseline))));
        }
        row.add(Rows.rounded(test.largestP()));
        row.add(Rows.rounded(requireNonNull(test.clarkWest().get(Forecaster.NAIVE))));
        row.add(Rows.rounded(requireNonNull(test.clarkWest().get(Forecaster.DRIFT))));
        row.add(Rows.rounded(verdict.correctedP()));
        row.add(String.valueOf(test.betterFolds()));
        row.add(String.valueOf(test.judgedFolds()));
    }

    private static void addFit(List<String> row, Study.Modelled modelled) {
        row.add(share(modelled.score().coverage()));
        row.add(String.valueOf(modelled.fit().model().used().length));
        row.add(Rows.rounded(modelled.share()));
        row.add("%.1e".formatted(modelled.fit().difference()));
    }

    private static String share(Proportion proportion) {
        return proportion.trials() == 0 ? "" : Rows.rounded(proportion.share());
    }
}
