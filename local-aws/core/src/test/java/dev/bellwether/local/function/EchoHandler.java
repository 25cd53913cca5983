package dev.bellwether.local.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/// A function that does what its event says; runs in a child JVM.
public final class EchoHandler implements RequestStreamHandler {
    private int calls;

    public EchoHandler() {
        if (System.getenv("FAIL_INIT") != null) {
            throw new IllegalStateException("FAIL_INIT is set");
        }
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        byte[] event = in.readAllBytes();
        String command = event.length > 100 ? "" : new String(event, StandardCharsets.UTF_8);
        calls++;
        switch (command) {
            case "\"calls\"" -> write(out, "" + calls);
            case "\"context\"" -> write(out, context(context));
            case "\"environment\"" -> write(out, "\"" + System.getenv().keySet() + "\"");
            case "\"log\"" -> context.getLogger().log("a line of the log: grüß\n");
            case "\"exit\"" -> Runtime.getRuntime().halt(42);
            case "\"throw\"" -> throw new IllegalArgumentException("Grüße, \"thrown\" on purpose");
            case "\"hang\"" -> hang();
            case "\"large\"" -> write(out, "\"" + "x".repeat(6 * 1024 * 1024) + "\"");
            default -> out.write(event);
        }
    }

    /// Tells the test, if it listens, that the event has arrived.
    private static void hang() throws IOException {
        String port = System.getenv("HANGING_PORT");
        if (port != null) {
            new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port)).close();
        }
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String context(Context context) {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"arn\":\"%s\",\"memory\":%d,\"version\":\"%s\",\"remaining\":%d}",
                context.getFunctionName(),
                context.getInvokedFunctionArn(),
                context.getMemoryLimitInMB(),
                context.getFunctionVersion(),
                context.getRemainingTimeInMillis());
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
