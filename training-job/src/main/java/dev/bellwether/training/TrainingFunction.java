package dev.bellwether.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.training.lasso.LassoFit;
import java.util.Optional;

/// What SageMaker does around a training container, for a universe that a function has time and
/// space for: channels in, model and status out.
///
/// A request may come again. Forecasts are written once, and the rest is written anew with the same
/// bytes.
record TrainingFunction(S3Channels s3, MlFolder folder, LassoFit lasso, CanaryTrial canaries) {

    /// Trains. However the job ends, its status object says so first; then throws [TrainingFailure]
    /// when it ended without forecasts.
    ///
    /// @param stop is requested when the function's time is about to be over
    void run(TrainingRequest request, StopSignal stop, Logs logs) {
        try {
            requireForecasts(end(request, stop, logs));
            s3.put(request.model(), "application/gzip", folder.packedModel());
        } catch (TrainingFailure e) {
            write(request, "Failed", Optional.of(String.valueOf(e.getMessage())));
            throw e;
        } finally {
            folder.delete();
        }
        write(request, "Completed", Optional.empty());
    }

    private TrainingEnd end(TrainingRequest request, StopSignal stop, Logs logs) {
        folder.layOut(request, s3);
        return new TrainingJob(
                        new MlRoot(folder.root()),
                        lasso,
                        canaries,
                        bucket -> new S3ForecastLake(s3.s3(), bucket),
                        stop,
                        logs)
                .run();
    }

    private static void requireForecasts(TrainingEnd end) {
        switch (end) {
            case TrainingEnd.Complete _ -> {}
            case TrainingEnd.Stopped(int done, int of) ->
                    throw new TrainingFailure(
                            "The function's time was over after %d of %d symbols: train them with SageMaker"
                                    .formatted(done, of));
            case TrainingEnd.Failed(String reason) ->
                    throw new TrainingFailure(MlRoot.shortened(reason));
        }
    }

    private void write(TrainingRequest request, String status, Optional<String> reason) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode content =
                json.createObjectNode()
                        .put("TrainingJobName", request.jobName())
                        .put("TrainingJobStatus", status);
        reason.ifPresent(text -> content.put("FailureReason", text));
        try {
            s3.put(request.status(), "application/json", json.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text can be written as JSON", e);
        }
    }
}
