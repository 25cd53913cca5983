package dev.bellwether.training;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.bellwether.training.lasso.SmileLasso;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/// Lambda entry: a CreateTrainingJob request in, the day's forecasts into the lake.
///
/// The invocation fails when the job does, so that it is tried again and alarmed.
public final class TrainingFunctionHandler implements RequestStreamHandler {
    // For the symbols under way, and to say how it ended.
    private static final Duration BEFORE_TIMEOUT = Duration.ofSeconds(60);

    private final TrainingFunction function;

    /// Called by the Lambda runtime, once per execution environment.
    public TrainingFunctionHandler() {
        this(
                new TrainingFunction(
                        new S3Channels(S3ForecastLake.client(System.getenv())),
                        new MlFolder(Path.of(System.getProperty("java.io.tmpdir"), "ml")),
                        new SmileLasso(),
                        Canaries::report));
        // Stays as long as the execution environment does.
        NativeLibraries.unpackPrivately();
    }

    TrainingFunctionHandler(TrainingFunction function) {
        this.function = function;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context)
            throws IOException {
        TrainingRequest request = TrainingRequest.read(event);
        LambdaLogger logger = context.getLogger();
        Logs logs =
                new Logs(
                        line -> logger.log(line, LogLevel.INFO),
                        line -> logger.log(line, LogLevel.ERROR));
        Duration time = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(BEFORE_TIMEOUT);
        try (StopSignal.Timer timer = StopSignal.after(time)) {
            function.run(request, timer.signal(), logs);
        }
        output.write(
                "{\"TrainingJobName\":\"%s\",\"TrainingJobStatus\":\"Completed\"}"
                        .formatted(request.jobName())
                        .getBytes(StandardCharsets.UTF_8));
    }
}
