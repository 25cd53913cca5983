package dev.bellwether.localstack.mapping;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/// A function that shows its event to the test and does what it is told: see [Controller].
///
/// It is deployed in a jar of its own, so it stands alone: one class file, the JDK and the
/// handler's interface.
public final class PuppetHandler implements RequestStreamHandler {
    static final String CONTROLLER = "CONTROLLER";

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        URI controller = URI.create(System.getenv(CONTROLLER));
        var call = (HttpURLConnection) controller.toURL().openConnection(Proxy.NO_PROXY);
        call.setRequestMethod("POST");
        call.setDoOutput(true);
        try (OutputStream out = call.getOutputStream()) {
            event.transferTo(out);
        }
        byte[] text = call.getInputStream().readAllBytes();
        String action = call.getHeaderField("Action");
        if ("answer".equals(action)) {
            answer.write(text);
        } else if ("hang".equals(action)) {
            hang();
        } else {
            throw new IllegalStateException("told to " + action);
        }
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
