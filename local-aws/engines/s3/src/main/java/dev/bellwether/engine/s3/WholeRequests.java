package dev.bellwether.engine.s3;

import java.lang.reflect.Field;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.gaul.shaded.org.eclipse.jetty.server.handler.EagerContentHandler;
import org.gaul.shaded.org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;

/// Lets S3Proxy see a request only when its content has come in.
///
/// It refuses a conditional put before it reads the content, and Jetty then closes the connection
/// on a client that is still sending: the client sees a broken connection where S3 says 412. Larger
/// contents than a page of the lake pass as they come.
final class WholeRequests {
    private static final int MOST_BYTES = 512 * 1024;
    private static final int FRAMING = -1; // Jetty's own estimate
    private static final boolean REFUSE_LARGER = false;

    private WholeRequests() {}

    /// Call before the proxy starts.
    static void only(S3Proxy proxy) throws ReflectiveOperationException {
        // S3Proxy builds its server itself and shows it to nobody.
        Field field = S3Proxy.class.getDeclaredField("server");
        field.setAccessible(true);
        Server server = (Server) field.get(proxy);
        server.setHandler(
                new EagerContentHandler(
                        server.getHandler(),
                        new RetainedContentLoaderFactory(MOST_BYTES, FRAMING, REFUSE_LARGER)));
    }
}
