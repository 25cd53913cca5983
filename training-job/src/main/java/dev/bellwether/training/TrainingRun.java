package dev.bellwether.training;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.lake.LakeLayout;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One training job, from its input channel to the forecasts in the lake.
///
/// Symbols are trained one after the other, each leaving its model file; forecasts are published
/// only when all of them are there.
record TrainingRun(
        MlRoot root,
        Hyperparameters parameters,
        LassoFit lasso,
        ForecastLake lake,
        StopSignal stop,
        PrintStream log) {

    /// How a job ended that did not fail.
    sealed interface Outcome {
        /// Everything is published.
        record Complete(int predictions) implements Outcome {}

        /// The job was told to stop.
        record Stopped(int done, int of) implements Outcome {}
    }

    Outcome run() {
        root.requireOneHost();
        BarChannel channel = BarChannel.read(root.channel("bars"), parameters.runDay());
        ModelFiles files =
                new ModelFiles(root, parameters, BuildVersion.current(), channel.sha256());
        List<Symbol> all = List.copyOf(channel.bars().keySet());
        Map<Symbol, Study> studies = new TreeMap<>();
        files.writeManifest(ModelFiles.State.TRAINING, List.of(), all);
        for (Map.Entry<Symbol, List<OhlcvBar>> symbol : channel.bars().entrySet()) {
            if (stop.isRequested()) {
                return stopped(files, studies, all);
            }
            Study study = Study.of(symbol.getValue(), parameters, lasso);
            studies.put(symbol.getKey(), study);
            files.writeStudy(symbol.getKey(), study);
            files.writeManifest(ModelFiles.State.TRAINING, List.copyOf(studies.keySet()), all);
            log.println("Trained %s: %d bars".formatted(symbol.getKey(), symbol.getValue().size()));
        }
        return stop.isRequested() ? stopped(files, studies, all) : publish(channel, studies, files);
    }

    private Outcome publish(BarChannel channel, Map<Symbol, Study> studies, ModelFiles files) {
        Map<Symbol, Verdict> verdicts = Verdict.of(studies);
        List<Prediction> predictions = new ArrayList<>();
        verdicts.forEach((symbol, verdict) -> {
            List<OhlcvBar> bars = channel.bars().getOrDefault(symbol, List.of());
            Study study = studies.get(symbol);
            if (study != null && !bars.isEmpty()) {
                predictions.add(
                        Prediction.of(symbol, bars, parameters.horizonSessions(), study, verdict));
            }
            log.println(
                    "%s: skill %s, %s"
                            .formatted(
                                    symbol, verdict.skilled() ? "yes" : "none", verdict.reason()));
        });
        byte[] scores = ScoresCsv.write(studies, verdicts);
        files.writeScores(scores);
        lake.putOnce(LakeLayout.scoresKey(parameters.runDay()), scores);
        lake.putOnce(
                LakeLayout.predictionsKey(parameters.runDay()),
                PredictionsCsv.write(
                        predictions,
                        parameters.horizonSessions(),
                        files.modelVersion(),
                        parameters.createdAt()));
        List<Symbol> all = List.copyOf(studies.keySet());
        files.writeManifest(ModelFiles.State.COMPLETE, all, all);
        return new Outcome.Complete(predictions.size());
    }

    private static Outcome stopped(ModelFiles files, Map<Symbol, Study> studies, List<Symbol> all) {
        files.writeManifest(ModelFiles.State.STOPPED, List.copyOf(studies.keySet()), all);
        return new Outcome.Stopped(studies.size(), all.size());
    }
}
