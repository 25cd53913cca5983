package dev.bellwether.training;

import dev.bellwether.market.Symbol;
import dev.bellwether.training.evaluation.Forecaster;
import dev.bellwether.training.evaluation.Holm;
import dev.bellwether.training.evaluation.SkillTest;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Whether a symbol's model may claim skill, and why.
///
/// @param skilled beats every baseline out of sample
/// @param correctedP the largest p-value over the baselines after Holm's correction over the run's
///   symbols
/// @param reason in words
record Verdict(boolean skilled, double correctedP, String reason) {

    /// The verdicts of a run.
    static SortedMap<Symbol, Verdict> of(Map<Symbol, Study> studies) {
        Map<Symbol, Double> pValues = new TreeMap<>();
        studies.forEach((symbol, study) -> pValues.put(symbol, pValue(study)));
        Map<Symbol, Double> corrected = Holm.correct(pValues);
        SortedMap<Symbol, Verdict> verdicts = new TreeMap<>();
        studies.forEach((symbol, study) ->
                verdicts.put(
                        symbol,
                        switch (study) {
                            case Study.NotModelled notModelled ->
                                    new Verdict(false, 1, notModelled.reason());
                            case Study.Modelled modelled ->
                                    of(
                                            modelled.score().skill(),
                                            corrected.getOrDefault(symbol, 1.0),
                                            studies.size());
                        }));
        return verdicts;
    }

    /// The verdicts of a run whose forecasts are withheld: whatever a model claims is not believed.
    static SortedMap<Symbol, Verdict> withheld(Map<Symbol, Study> studies, String reason) {
        SortedMap<Symbol, Verdict> verdicts = new TreeMap<>();
        of(studies)
                .forEach((symbol, verdict) ->
                        verdicts.put(
                                symbol,
                                new Verdict(false, verdict.correctedP(), "withheld: " + reason)));
        return verdicts;
    }

    // A symbol that could not be tested counts among the tests: else a fit that fails would make
    // the others' claims easier.
    private static double pValue(Study study) {
        return switch (study) {
            case Study.NotModelled _ -> 1;
            case Study.Modelled modelled -> modelled.score().skill().largestP();
        };
    }

    private static Verdict of(SkillTest test, double corrected, int tests) {
        if (test.pValues().getOrDefault(Forecaster.DRIFT, 1.0) == 1) {
            return new Verdict(false, 1, "the Lasso selected nothing that differs from the drift");
        }
        boolean below = corrected < SkillTest.LEVEL;
        return new Verdict(
                below && test.isSteady(),
                corrected,
                "p %s after Holm's correction over %d symbols is %s %s; better than every baseline in %d of %d folds%s"
                        .formatted(
                                Rows.rounded(corrected),
                                tests,
                                below ? "below" : "not below",
                                SkillTest.LEVEL,
                                test.betterFolds(),
                                test.judgedFolds(),
                                test.isSteady() ? "" : " but 4 are needed"));
    }
}
