package dev.bellwether.alerts;

/// The lake's objects.
interface LakeObjects {
    /// Writes the object, replacing one of the same key. Throws [AwsCallFailedException] when that
    /// failed; it may be there then.
    void put(String key, byte[] body);
}
