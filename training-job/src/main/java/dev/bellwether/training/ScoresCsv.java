package dev.bellwether.training;

import static java.util.Objects.requireNonNull;

import dev.bellwether.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `scores.csv`: how each symbol's model did out of sample. Errors are of log returns over the
/// horizon, `n` is how many.
final class ScoresCsv {
    static final String HEADER =
            "symbol,n,mae,rmse,naive_mae,naive_rmse,dm_p,skill,reason,dropped_samples";

    private ScoresCsv() {}

    static byte[] write(Map<Symbol, Study> studies, Map<Symbol, Verdict> verdicts) {
        List<List<String>> rows = new ArrayList<>();
        verdicts.forEach((symbol, verdict) -> {
            Study study = requireNonNull(studies.get(symbol));
            List<String> row = new ArrayList<>(List.of(symbol.value()));
            row.addAll(figures(study));
            row.add(verdict.skilled() ? "yes" : "none");
            row.add(verdict.reason());
            row.add(String.valueOf(study.dropped()));
            rows.add(List.copyOf(row));
        });
        return Rows.csv(HEADER, rows);
    }

    private static List<String> figures(Study study) {
        return switch (study) {
            case Study.NotModelled _ -> List.of("0", "", "", "", "", "");
            case Study.Modelled modelled -> {
                double[] errors = modelled.evaluation().errors();
                double[] naiveErrors = modelled.evaluation().naiveErrors();
                yield List.of(
                        String.valueOf(errors.length),
                        Rows.rounded(Statistics.meanAbsolute(errors)),
                        Rows.rounded(Statistics.rootMeanSquare(errors)),
                        Rows.rounded(Statistics.meanAbsolute(naiveErrors)),
                        Rows.rounded(Statistics.rootMeanSquare(naiveErrors)),
                        Rows.rounded(modelled.evaluation().dmP()));
            }
        };
    }
}
