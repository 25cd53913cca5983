package dev.bellwether.local.training;

import java.net.URI;

/// `s3://bucket/key`.
///
/// @param key without leading slash, empty for the bucket itself
record S3Uri(String bucket, String key) {
    static S3Uri parse(String text) {
        URI uri = URI.create(text);
        if (!"s3".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("Not of the form s3://bucket/key: " + text);
        }
        String path = uri.getPath();
        return new S3Uri(uri.getHost(), path.startsWith("/") ? path.substring(1) : path);
    }

    S3Uri resolve(String below) {
        return new S3Uri(
                bucket, key.isEmpty() || key.endsWith("/") ? key + below : key + "/" + below);
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
