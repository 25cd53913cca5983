package dev.bellwether.local.endpoint.athena;

/// What keeps the objects of results, such as `S3Client::put`.
@FunctionalInterface
public interface ResultStore {
    /// Stores an object, in place of the one that may be there.
    void put(String bucket, String key, byte[] content);
}
