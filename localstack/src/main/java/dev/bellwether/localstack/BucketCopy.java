package dev.bellwether.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A bucket's objects as files of a folder, as Athena's and Glue's stand-ins read them.
record BucketCopy(S3Client s3, String bucket, Path folder) {
    private static final int AT_A_TIME = 8;

    /// How a file looked at one time; one that was written since looks otherwise.
    record Look(FileTime written, long bytes) {}

    /// Copies all objects into the folder; returns how many there were.
    int out() {
        try {
            Files.createDirectories(folder); // an empty bucket is a folder, too
        } catch (IOException e) {
            throw new UncheckedIOException("Making " + folder + " failed", e);
        }
        List<String> keys =
                s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
                        .map(S3Object::key)
                        .toList();
        atATime(keys.stream().map(key -> (Runnable) () -> out(key)).toList());
        return keys.size();
    }

    /// The folder's files by key.
    Map<String, Look> looks() {
        Map<String, Look> looks = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                BasicFileAttributes read = Files.readAttributes(file, BasicFileAttributes.class);
                looks.put(
                        folder.relativize(file).toString(),
                        new Look(read.lastModifiedTime(), read.size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + folder + " failed", e);
        }
        return looks;
    }

    /// Makes of what became of the files what becomes of the objects: what is new or was written is
    /// put, what is gone is deleted.
    ///
    /// @param before the files as they were when they were copied out
    void back(Map<String, Look> before) {
        Map<String, Look> now = looks();
        atATime(
                Stream.concat(
                                now.entrySet().stream()
                                        .filter(file ->
                                                !file.getValue().equals(before.get(file.getKey())))
                                        .map(file -> (Runnable) () -> back(file.getKey())),
                                before.keySet().stream()
                                        .filter(key -> !now.containsKey(key))
                                        .map(key -> (Runnable) () -> delete(key)))
                        .toList());
    }

    private void out(String key) {
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

    private void back(String key) {
        s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromFile(folder.resolve(key)));
    }

    private void delete(String key) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(key));
    }

    private void atATime(List<Runnable> tasks) {
        Semaphore places = new Semaphore(AT_A_TIME);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var copies =
                    tasks.stream()
                            .map(task ->
                                    threads.submit(() -> {
                                        places.acquireUninterruptibly();
                                        try {
                                            task.run();
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
        } catch (ExecutionException e) {
            throw new LocalStackException(
                    "Copying bucket " + bucket + " failed: " + e.getCause(), e);
        }
    }
}
