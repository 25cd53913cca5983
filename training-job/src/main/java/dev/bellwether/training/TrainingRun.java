package dev.bellwether.training;

import dev.bellwether.market.Symbol;
import dev.bellwether.market.lake.LakeLayout;
import dev.bellwether.training.lasso.LassoFit;
import dev.bellwether.training.sample.FoldDays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// One training job, from its input channel to the forecasts in the lake.
///
/// As many symbols are trained at a time as there are processors, each leaving its model file;
/// forecasts are published only when all of them are there and no canary is against it.
record TrainingRun(
        MlRoot root,
        Hyperparameters parameters,
        LassoFit lasso,
        CanaryTrial canaries,
        ForecastLake lake,
        StopSignal stop,
        Consumer<String> log) {

    /// Throws [TrainingFailure] when it cannot be done, or the forecasts are withheld.
    TrainingEnd run() {
        root.requireOneHost();
        BarChannel channel =
                BarChannel.read(
                        root.channel("bars"),
                        FactsChannel.read(root.findChannel("facts")),
                        parameters.runDay());
        parameters.dataSha256().ifPresent(channel::require);
        FoldDays days = channel.folds();
        ModelFiles files =
                new ModelFiles(root, parameters, BuildVersion.current(), channel.sha256(), days);
        Study.Terms terms =
                new Study.Terms(
                        channel.market(),
                        days,
                        parameters.horizonSessions(),
                        parameters.minRows(),
                        lasso);
        List<Symbol> all = List.copyOf(channel.files().keySet());
        SortedMap<Symbol, StudyRun.Result> results = new TreeMap<>();
        files.writeManifest(ModelFiles.State.TRAINING, List.of(), all);
        try (Workers workers = Workers.start()) {
            for (int from = 0; from < all.size() && !stop.isRequested(); from += workers.count()) {
                for (StudyRun.Result result :
                        workers.all(batch(channel, terms, all, from, workers.count()))) {
                    results.put(result.symbol(), result);
                    files.writeStudy(result.symbol(), result.study());
                    log.accept("Trained %s: %d bars".formatted(result.symbol(), result.bars()));
                }
                files.writeManifest(ModelFiles.State.TRAINING, List.copyOf(results.keySet()), all);
            }
            if (stop.isRequested()) {
                files.writeManifest(ModelFiles.State.STOPPED, List.copyOf(results.keySet()), all);
                return new TrainingEnd.Stopped(results.size(), all.size());
            }
            requireQuietCanaries(canaries.of(workers, results.values()), files, results);
        }
        return publish(results, files);
    }

    private static List<StudyRun> batch(
            BarChannel channel, Study.Terms terms, List<Symbol> all, int from, int count) {
        return IntStream.range(from, Math.min(from + count, all.size()))
                .mapToObj(i -> new StudyRun(all.get(i), channel, terms, i, all.size()))
                .toList();
    }

    private void requireQuietCanaries(
            CanaryReport report, ModelFiles files, SortedMap<Symbol, StudyRun.Result> results) {
        files.writeCanaries(report);
        log.accept(
                "Canaries: %d of %d random walks and %d of %d shuffles claim skill; leak caught: %s; planted found: %s"
                        .formatted(
                                report.walkClaims(),
                                report.walks(),
                                report.shuffleClaims(),
                                report.shuffles(),
                                report.leakCaught(),
                                report.plantedFound()));
        Optional<String> reason = report.reasonToWithhold();
        if (reason.isPresent()) {
            Map<Symbol, Study> studies = studies(results);
            // In the model's folder only: another run of the day may publish.
            files.writeScores(ScoresCsv.write(studies, Verdict.withheld(studies, reason.get())));
            files.writeWithheld(reason.get(), List.copyOf(results.keySet()));
            throw new TrainingFailure("The run's forecasts are withheld: " + reason.get());
        }
    }

    private static Map<Symbol, Study> studies(Map<Symbol, StudyRun.Result> results) {
        Map<Symbol, Study> studies = new TreeMap<>();
        results.forEach((symbol, result) -> studies.put(symbol, result.study()));
        return studies;
    }

    private TrainingEnd publish(SortedMap<Symbol, StudyRun.Result> results, ModelFiles files) {
        Map<Symbol, Study> studies = studies(results);
        SortedMap<Symbol, Verdict> verdicts = Verdict.of(studies);
        List<Prediction> predictions = new ArrayList<>();
        verdicts.forEach((symbol, verdict) -> {
            StudyRun.Result result = results.get(symbol);
            if (result != null && !result.last().isEmpty()) {
                predictions.add(
                        Prediction.of(
                                result.last().getFirst(),
                                parameters.horizonSessions(),
                                result.study(),
                                verdict));
            }
            log.accept(
                    "%s: skill %s, %s"
                            .formatted(
                                    symbol, verdict.skilled() ? "yes" : "none", verdict.reason()));
        });
        byte[] scores = ScoresCsv.write(studies, verdicts);
        byte[] forecasts =
                PredictionsCsv.write(
                        predictions,
                        parameters.horizonSessions(),
                        files.modelVersion(),
                        parameters.createdAt());
        files.writeScores(scores);
        files.writePredictions(forecasts);
        lake.putOnce(LakeLayout.scoresKey(parameters.runDay()), scores);
        lake.putOnce(LakeLayout.predictionsKey(parameters.runDay()), forecasts);
        List<Symbol> all = List.copyOf(studies.keySet());
        files.writeManifest(ModelFiles.State.COMPLETE, all, all);
        return new TrainingEnd.Complete(predictions.size());
    }
}
