package dev.bellwether.cli.store;

/// The objects of one bucket, to be looked at and moved.
public interface MovableObjects extends StoredObjects {
    /// Gives an object another key, replacing one that is there. It is under the new key before it
    /// goes from the old one, so that a crash in between leaves it in both places.
    void move(String key, String newKey);
}
