package dev.bellwether.traintrigger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.bellwether.traintrigger.TriggerOutcome.GivenUp;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Lambda entry: an event of the lake's job, of a training job or of the schedule in, the newest
/// set's job out.
public final class TrainTriggerHandler implements RequestStreamHandler {
    private final TrainTrigger trigger;

    /// Called by the Lambda runtime, once per execution environment.
    public TrainTriggerHandler() {
        this(AwsWiring.wire(TrainTriggerSettings.from(System.getenv())));
    }

    TrainTriggerHandler(TrainTrigger trigger) {
        this.trigger = trigger;
    }

    /// Throws [TrainingGivenUpException] when the day's last job ended without a result.
    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context)
            throws IOException {
        TriggerOutcome outcome = trigger.fire(TriggerJson.time(event));
        byte[] answer = TriggerJson.answer(outcome);
        context.getLogger().log(new String(answer, StandardCharsets.UTF_8), LogLevel.INFO);
        if (outcome instanceof GivenUp(var day, var job)) {
            throw new TrainingGivenUpException(
                    "Training of %s is given up: %d jobs ended without a result, the last is %s"
                            .formatted(day, TrainTrigger.MOST_ATTEMPTS, job));
        }
        output.write(answer);
    }
}
