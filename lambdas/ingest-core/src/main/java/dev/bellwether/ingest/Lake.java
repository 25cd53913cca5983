package dev.bellwether.ingest;

import java.util.Optional;

/// The bucket of the lake, as an ingestion needs it. Failures of the store itself are its client's
/// exceptions.
public interface Lake {

    /// The object under this key, or nothing.
    Optional<StoredObject> find(String key);

    /// Writes the object, replacing any other.
    void put(String key, byte[] bytes, String contentType);

    /// Writes the object only where there is none; false if there is one, which then stays.
    boolean putIfAbsent(String key, byte[] bytes, String contentType);

    /// Writes the object only over the version with this entity tag; false if there is another by
    /// now.
    boolean putIfUnchanged(String key, byte[] bytes, String contentType, String entityTag);

    /// An object as read.
    ///
    /// @param entityTag names this version of it
    record StoredObject(byte[] bytes, String entityTag) {}
}
