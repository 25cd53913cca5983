package dev.bellwether.traintrigger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Lambda entry: the schedule's event in, the run day's job out.
public final class TrainTriggerHandler implements RequestStreamHandler {
    private final TrainTrigger trigger;

    /// Called by the Lambda runtime, once per execution environment.
    public TrainTriggerHandler() {
        this(AwsWiring.wire(TrainTriggerSettings.from(System.getenv())));
    }

    TrainTriggerHandler(TrainTrigger trigger) {
        this.trigger = trigger;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context)
            throws IOException {
        byte[] answer = TriggerJson.answer(trigger.fire(TriggerJson.scheduledTime(event)));
        context.getLogger().log(new String(answer, StandardCharsets.UTF_8), LogLevel.INFO);
        output.write(answer);
    }
}
