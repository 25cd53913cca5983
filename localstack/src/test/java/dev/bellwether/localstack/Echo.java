package dev.bellwether.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The function of the contracts' template: answers with its event. It runs alone in its jar, so it
/// uses the JDK and nothing else.
public final class Echo {
    public void handle(InputStream event, OutputStream answer) throws IOException {
        event.transferTo(answer);
    }
}
