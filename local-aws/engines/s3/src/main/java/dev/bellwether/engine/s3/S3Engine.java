package dev.bellwether.engine.s3;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// S3 over plain files: `S3Engine <folder>`. Each bucket is a folder and each object a file in it,
/// so the lake can be read as it lies. Prints `LISTENING <port>` when it is ready.
public final class S3Engine {
    private static final int MOST_THREADS = 16;

    private S3Engine() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0])).toAbsolutePath();
        boolean ignoreUnknownHeaders = true;
        S3Proxy proxy =
                S3Proxy.builder()
                        .blobStore(
                                new AtomicIfMatch(new FilesystemNio2BlobStore(folder.toString())))
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .awsAuthentication(AuthenticationType.NONE, null, null)
                        .ignoreUnknownHeaders(ignoreUnknownHeaders)
                        .jettyMaxThreads(MOST_THREADS)
                        .build();
        WholeRequests.only(proxy);
        proxy.start();
        System.out.println("LISTENING " + proxy.getPort());
    }
}
