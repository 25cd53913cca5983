package dev.bellwether.alerts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.bellwether.alerts.delivery.AlertDigest;
import dev.bellwether.alerts.delivery.DeliveryRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/// Lambda entry: the schedule's event, or a person's wish for a test, in; what was sent out.
public final class AlertDigestHandler implements RequestStreamHandler {
    private final DigestCall call;

    /// Called by the Lambda runtime, once per execution environment.
    public AlertDigestHandler() {
        this(AwsWiring.digest(AlertDigestSettings.from(System.getenv()), InstantSource.system()));
    }

    AlertDigestHandler(DigestCall call) {
        this.call = call;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        DigestJson.Event event = DigestJson.event(input);
        byte[] answer =
                event.test().isPresent()
                        ? DigestJson.answer(
                                event.scheduledTime(),
                                event.test().get(),
                                call.test(event.test().get(), event.scheduledTime()))
                        : digest(event, context);
        context.getLogger().log(new String(answer, StandardCharsets.UTF_8), LogLevel.INFO);
        output.write(answer);
    }

    private byte[] digest(DigestJson.Event event, Context context) {
        DeliveryRun run = new DeliveryRun();
        try {
            AlertDigest.Outcome outcome = call.digest(event.scheduledTime(), run);
            return DigestJson.answer(event.scheduledTime(), outcome, run.reports());
        } finally {
            run.reports().forEach(line -> context.getLogger().log(line, LogLevel.WARN));
        }
    }
}
