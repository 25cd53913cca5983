package dev.bellwether.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.bellwether.market.Symbol;
import dev.bellwether.training.lasso.FinalFit;
import dev.bellwether.training.lasso.PathSolver;
import dev.bellwether.training.sample.Features;
import dev.bellwether.training.sample.FoldDays;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// What the job writes into the model's folder: a file a symbol, the scores, and a manifest that
/// says what they were made from and whether they are all.
record ModelFiles(
        MlRoot root,
        Hyperparameters parameters,
        BuildVersion version,
        String dataSha256,
        FoldDays days) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /// How far the job got.
    enum State {
        /// Symbols are missing still; what there is can be used.
        TRAINING,
        /// The job was told to stop: symbols are missing, and nothing was forecast.
        STOPPED,
        /// Every symbol is there, but a canary spoke against publishing forecasts.
        WITHHELD,
        /// Every symbol is there, and the forecasts are in the lake.
        COMPLETE
    }

    void writeManifest(State state, List<Symbol> done, List<Symbol> all) {
        write(state, Map.of(), done, all);
    }

    /// Writes the manifest of a run that must not be published.
    void writeWithheld(String reason, List<Symbol> all) {
        write(State.WITHHELD, Map.of("withheld_because", reason), all, all);
    }

    private void write(State state, Map<String, String> why, List<Symbol> done, List<Symbol> all) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("state", state.name().toLowerCase(Locale.ROOT));
        manifest.putAll(why);
        manifest.put("model_version", modelVersion());
        manifest.put("code_version", version.value());
        manifest.put("data_sha256", dataSha256);
        manifest.put("seed", parameters.seed());
        manifest.put("hyperparameters", hyperparameters());
        manifest.put("fold_starts", days.starts().stream().map(LocalDate::toString).toList());
        manifest.put("judging_folds", FoldDays.JUDGING);
        manifest.put("embargo_sessions", Features.BARS_BEFORE);
        manifest.put("penalties", PathSolver.PENALTIES);
        manifest.put("smallest_penalty_share", PathSolver.SMALLEST_SHARE);
        manifest.put("features", Features.NAMES);
        manifest.put("symbols", all.stream().map(Symbol::value).toList());
        manifest.put("symbols_done", done.stream().map(Symbol::value).toList());
        root.writeModel("manifest.json", json(manifest));
    }

    void writeStudy(Symbol symbol, Study study) {
        root.writeModel("symbols/%s.json".formatted(symbol), json(content(symbol, study)));
    }

    void writeScores(byte[] scores) {
        root.writeModel("scores.csv", scores);
    }

    void writePredictions(byte[] predictions) {
        root.writeModel("predictions.csv", predictions);
    }

    void writeCanaries(CanaryReport report) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("random_walks", report.walks());
        content.put("random_walks_claiming", report.walkClaims());
        content.put("shuffles", report.shuffles());
        content.put("shuffles_claiming", report.shuffleClaims());
        content.put("leak_caught", report.leakCaught());
        content.put("planted_found", report.plantedFound());
        content.put("features_look_ahead", report.lookAhead());
        root.writeModel("canaries.json", json(content));
    }

    /// What tells two models apart: the code, and the data they were fitted to.
    String modelVersion() {
        return "%s+%s".formatted(version.value(), dataSha256.substring(0, 12));
    }

    private Map<String, Object> hyperparameters() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("run_day", parameters.runDay().toString());
        values.put("created_at", parameters.createdAt().toString());
        parameters.knownAt().ifPresent(at -> values.put("known_at", at.toString()));
        parameters.lakeBucket().ifPresent(bucket -> values.put("lake_bucket", bucket));
        values.put("horizon_sessions", parameters.horizonSessions());
        values.put("min_rows", parameters.minRows());
        return values;
    }

    private static Map<String, Object> content(Symbol symbol, Study study) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("symbol", symbol.value());
        switch (study) {
            case Study.NotModelled notModelled -> content.put("not_modelled", notModelled.reason());
            case Study.Modelled modelled -> {
                content.put("model", model(modelled.fit()));
                content.put("penalty_share", modelled.share());
                content.put("path_worst_duality_gap", modelled.worst().gap());
                content.put("path_worst_kkt_residual", modelled.worst().kktResidual());
                content.put("expected_log_return", modelled.expectedReturn());
            }
        }
        content.put("dropped_samples", study.dropped());
        return content;
    }

    private static Map<String, Object> model(FinalFit fit) {
        int features = fit.problem().features();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("lambda", fit.penalty());
        model.put("coefficients", fit.coefficients());
        model.put("path_solver_coefficients", fit.own());
        model.put("solver_difference", fit.difference());
        model.put(
                "feature_means",
                IntStream.range(0, features).mapToDouble(fit.problem()::mean).toArray());
        model.put(
                "feature_deviations",
                IntStream.range(0, features).mapToDouble(fit.problem()::deviation).toArray());
        model.put("target_mean", fit.problem().targetMean());
        model.put("target_deviation", fit.problem().targetDeviation());
        return model;
    }

    private static byte[] json(Map<String, Object> content) {
        try {
            return (JSON.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps of numbers and text can be written as JSON", e);
        }
    }
}
