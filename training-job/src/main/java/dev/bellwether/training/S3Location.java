package dev.bellwether.training;

import java.net.URI;

/// `s3://bucket/key`.
///
/// @param key without leading slash, empty for the bucket itself
record S3Location(String bucket, String key) {

    /// Throws [TrainingFailure] when it is of another form.
    static S3Location parse(String text) {
        try {
            URI uri = URI.create(text);
            if ("s3".equals(uri.getScheme()) && uri.getHost() != null) {
                String path = uri.getPath();
                return new S3Location(
                        uri.getHost(), path.startsWith("/") ? path.substring(1) : path);
            }
        } catch (IllegalArgumentException e) {
            throw new TrainingFailure("'%s' is not of the form s3://bucket/key".formatted(text), e);
        }
        throw new TrainingFailure("'%s' is not of the form s3://bucket/key".formatted(text));
    }

    S3Location resolve(String below) {
        return new S3Location(
                bucket, key.isEmpty() || key.endsWith("/") ? key + below : key + "/" + below);
    }
}
