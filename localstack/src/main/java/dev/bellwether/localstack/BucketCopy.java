package dev.bellwether.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.s3.S3Client;

/// Copies the objects of a bucket to files, as Athena's stand-in reads them.
record BucketCopy(S3Client s3) {
    private static final int AT_A_TIME = 8;

    /// Copies all objects below a folder; returns how many there were.
    int copy(String bucket, Path folder) {
        try {
            Files.createDirectories(folder); // an empty bucket is a folder, too
        } catch (IOException e) {
            throw new UncheckedIOException("Making " + folder + " failed", e);
        }
        AtomicInteger objects = new AtomicInteger();
        Semaphore places = new Semaphore(AT_A_TIME);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var copies =
                    s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
                            .map(object ->
                                    threads.submit(() -> {
                                        places.acquireUninterruptibly();
                                        try {
                                            copy(bucket, object.key(), folder);
                                            objects.incrementAndGet();
                                        } finally {
                                            places.release();
                                        }
                                    }))
                            .toList();
            for (var copy : copies) {
                copy.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while bucket " + bucket + " was copied", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new LocalStackException(
                    "Copying bucket " + bucket + " failed: " + e.getCause(), e);
        }
        return objects.get();
    }

    private void copy(String bucket, String key, Path folder) {
        Path file = folder.resolve(key).normalize();
        if (!file.startsWith(folder)) {
            throw new LocalStackException("Key %s leads out of the folder".formatted(key));
        }
        try {
            Files.createDirectories(file.getParent());
            Files.write(
                    file, s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("Writing " + file + " failed", e);
        }
    }
}
