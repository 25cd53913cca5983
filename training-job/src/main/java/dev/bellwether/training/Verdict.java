package dev.bellwether.training;

import dev.bellwether.market.Symbol;
import java.util.Map;
import java.util.TreeMap;

/// Whether a symbol's model may claim skill, and why.
///
/// @param skilled beats the naive forecast out of sample
/// @param reason in words without comma, quote or line end, as it stands in a CSV field
record Verdict(boolean skilled, String reason) {
    private static final double LEVEL = 0.05;

    /// The verdicts of a run: of models with skill, with the p-values corrected for how many were
    /// tested.
    static Map<Symbol, Verdict> of(Map<Symbol, Study> studies) {
        Map<Symbol, Double> pValues = new TreeMap<>();
        studies.forEach((symbol, study) -> pValues.put(symbol, pValue(study)));
        Map<Symbol, Double> corrected = Holm.correct(pValues);
        Map<Symbol, Verdict> verdicts = new TreeMap<>();
        studies.forEach((symbol, study) ->
                verdicts.put(
                        symbol,
                        switch (study) {
                            case Study.NotModelled(String reason, double[] _, int _) ->
                                    new Verdict(false, reason);
                            case Study.Modelled _ ->
                                    of(corrected.getOrDefault(symbol, 1.0), studies.size());
                        }));
        return verdicts;
    }

    // A symbol that could not be tested counts among the tests: else a fit that fails would make
    // the others' claims easier.
    private static double pValue(Study study) {
        return switch (study) {
            case Study.NotModelled _ -> 1;
            case Study.Modelled modelled -> modelled.evaluation().dmP();
        };
    }

    private static Verdict of(double p, int tests) {
        boolean skilled = p < LEVEL;
        return new Verdict(
                skilled,
                "p %s after Holm's correction over %d symbols is %s %s"
                        .formatted(Rows.rounded(p), tests, skilled ? "below" : "not below", LEVEL));
    }
}
