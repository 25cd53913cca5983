package dev.bellwether.cli.store;

import java.util.List;

/// The objects of one bucket, to be looked at.
public interface StoredObjects {
    /// All keys that begin with the prefix, in order.
    List<String> keys(String prefix);

    /// The object's content.
    ///
    /// @throws java.util.NoSuchElementException if it is not there (any more)
    byte[] read(String key);
}
