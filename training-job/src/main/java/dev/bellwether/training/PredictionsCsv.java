package dev.bellwether.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// `predictions.csv`: table `predictions` of the lake.
final class PredictionsCsv {
    static final String HEADER =
            "symbol,as_of,target_date,horizon_sessions,model,model_version,last_close,predicted_close,lower_80,upper_80,skill,"
                    + "naive_close,created_at";

    private PredictionsCsv() {}

    static byte[] write(
            List<Prediction> sorted, int horizon, String modelVersion, Instant createdAt) {
        List<List<String>> rows = new ArrayList<>();
        for (Prediction prediction : sorted) {
            rows.add(
                    List.of(
                            prediction.symbol().value(),
                            prediction.asOf().toString(),
                            prediction.targetDate().toString(),
                            String.valueOf(horizon),
                            prediction.skilled() ? "lasso" : "naive",
                            modelVersion,
                            Rows.price(prediction.lastClose()),
                            Rows.price(prediction.close()),
                            prediction.band().map(band -> Rows.price(band.lower())).orElse(""),
                            prediction.band().map(band -> Rows.price(band.upper())).orElse(""),
                            prediction.skilled() ? "yes" : "none",
                            Rows.price(prediction.lastClose()),
                            createdAt.toString()));
        }
        return Rows.csv(HEADER, rows);
    }
}
