package dev.bellwether.traintrigger;

import java.util.Optional;

/// Objects of the lake. Each call throws [AwsCallFailedException] when S3 does not do what it was
/// asked.
interface LakeObjects {
    /// The object's content; empty when there is none.
    Optional<byte[]> find(String key);

    /// Writes an object that is not there yet; of several writers at once, one does.
    ///
    /// @return whether it is now this content that was written
    boolean putOnce(String key, byte[] content);

    /// Writes an object, over another one if there is one.
    void put(String key, byte[] content);
}
