package dev.bellwether.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.bellwether.market.Symbol;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the job writes into the model's folder: a file a symbol, the scores, and a manifest that
/// says what they were made from and whether they are all.
record ModelFiles(
        MlRoot root, Hyperparameters parameters, BuildVersion version, String dataSha256) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /// How far the job got.
    enum State {
        /// Symbols are missing still; what there is can be used.
        TRAINING,
        /// The job was told to stop: symbols are missing, and nothing was forecast.
        STOPPED,
        /// Every symbol is there, and the forecasts are in the lake.
        COMPLETE
    }

    void writeManifest(State state, List<Symbol> done, List<Symbol> all) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("state", state.name().toLowerCase(Locale.ROOT));
        manifest.put("model_version", modelVersion());
        manifest.put("code_version", version.value());
        manifest.put("data_sha256", dataSha256);
        manifest.put("seed", parameters.seed());
        manifest.put("hyperparameters", hyperparameters());
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

    /// What tells two models apart: the code, and the data they were fitted to.
    String modelVersion() {
        return "%s+%s".formatted(version.value(), dataSha256.substring(0, 12));
    }

    private Map<String, Object> hyperparameters() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("run_day", parameters.runDay().toString());
        values.put("created_at", parameters.createdAt().toString());
        values.put("lake_bucket", parameters.lakeBucket());
        values.put("horizon_sessions", parameters.horizonSessions());
        values.put("min_rows", parameters.minRows());
        return values;
    }

    private static Map<String, Object> content(Symbol symbol, Study study) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("symbol", symbol.value());
        switch (study) {
            case Study.NotModelled(String reason, double[] _, int _) ->
                    content.put("not_modelled", reason);
            case Study.Modelled modelled -> {
                content.put("features", Features.NAMES);
                content.put("judged", model(modelled.judged()));
                content.put("current", model(modelled.current()));
                content.put("dm_p", modelled.evaluation().dmP());
                content.put("expected_log_return", modelled.expectedReturn());
            }
        }
        content.put("dropped_samples", study.dropped());
        return content;
    }

    private static Map<String, Object> model(LinearForecast forecast) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("lambda", forecast.penalty());
        model.put("coefficients", forecast.coefficients());
        model.put("feature_means", forecast.standardisation().means());
        model.put("feature_deviations", forecast.standardisation().deviations());
        model.put("target_mean", forecast.targetMean());
        model.put("target_deviation", forecast.targetDeviation());
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
