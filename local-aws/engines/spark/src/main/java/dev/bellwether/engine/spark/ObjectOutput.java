package dev.bellwether.engine.spark;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// Gathers an object's bytes beside the buckets and puts them in place when they are all there.
final class ObjectOutput extends FilterOutputStream {
    private final Path target;
    private final Path part;
    private boolean closed;

    ObjectOutput(Path target) throws IOException {
        this(target, Path.of(System.getProperty("java.io.tmpdir"), UUID.randomUUID() + ".part"));
    }

    private ObjectOutput(Path target, Path part) throws IOException {
        super(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16));
        this.target = target;
        this.part = part;
    }

    // The superclass writes one byte at a time.
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        out.close();
        synchronized (BucketFileSystem.FOLDERS) {
            Files.createDirectories(target.getParent());
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
