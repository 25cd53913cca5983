package dev.bellwether.engine.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Of several writers that name the same entity tag, one wins.
///
/// S3Proxy asks for the entity tag first and writes then, so that several may find it as they
/// expect (4.1.0, `S3ProxyHandler`, "this is a non-atomic operation"). Here it is asked again while
/// nobody else writes the key. On AWS a conditional write is one step
/// (<https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html>).
final class AtomicIfMatch extends ForwardingBlobStore {
    private static final int LOCKS = 64;

    private final ReadWriteLock[] locks =
            Stream.generate(ReentrantReadWriteLock::new).limit(LOCKS).toArray(ReadWriteLock[]::new);

    AtomicIfMatch(BlobStore store) {
        super(store);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        ReadWriteLock lock = lock(request.bucket(), request.key());
        if (request.ifMatch() == null) {
            // Others that ask for no tag may write at the same time, as ever.
            return locked(lock.readLock(), () -> super.putBlob(request, content));
        }
        byte[] whole = read(content); // the sender may be slow, so not under the lock
        return locked(
                lock.writeLock(),
                () -> {
                    require(request);
                    return super.putBlob(request, new ByteArrayInputStream(whole));
                });
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        return locked(
                lock(request.bucket(), request.key()).readLock(), () -> super.removeBlob(request));
    }

    private void require(PutObjectRequest request) {
        HeadObjectResponse stored = blobMetadataIfPresent(request.bucket(), request.key());
        if (stored == null) {
            throw new S3ProxyException(S3ErrorCode.NO_SUCH_KEY);
        }
        if (!bare(request.ifMatch()).equals("*")
                && !bare(request.ifMatch()).equals(bare(stored.eTag()))) {
            throw new S3ProxyException(S3ErrorCode.PRECONDITION_FAILED);
        }
    }

    private static String bare(String entityTag) {
        return entityTag.replace("\"", "");
    }

    private ReadWriteLock lock(String bucket, String key) {
        return locks[Math.floorMod((bucket + "/" + key).hashCode(), LOCKS)];
    }

    private static <T> T locked(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private static byte[] read(InputStream content) {
        try {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The object's content could not be received", e);
        }
    }
}
