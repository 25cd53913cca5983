package dev.bellwether.alerts;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// The objects of an S3 bucket.
record S3LakeObjects(S3Client client, String bucket) implements LakeObjects {
    @Override
    public void put(String key, byte[] body) {
        try {
            client.putObject(
                    request -> request.bucket(bucket).key(key).contentType("application/x-ndjson"),
                    RequestBody.fromBytes(body));
        } catch (SdkException e) {
            throw new AwsCallFailedException(
                    "Writing s3://%s/%s failed: %s".formatted(bucket, key, e.getMessage()), e);
        }
    }
}
