package dev.bellwether.cli.store;

import java.util.List;
import java.util.NoSuchElementException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The objects of an S3 bucket.
record S3Objects(S3Client client, String bucket) implements MovableObjects {
    @Override
    public List<String> keys(String prefix) {
        return client
                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    @Override
    public byte[] read(String key) {
        try {
            return client.getObjectAsBytes(read -> read.bucket(bucket).key(key)).asByteArray();
        } catch (NoSuchKeyException e) {
            throw new NoSuchElementException("s3://%s/%s is gone".formatted(bucket, key), e);
        }
    }

    @Override
    public void move(String key, String newKey) {
        // Not CopyObject: the objects are small, and so the copy is of what was read.
        client.putObject(
                put -> put.bucket(bucket).key(newKey).contentType("application/x-ndjson"),
                RequestBody.fromBytes(read(key)));
        client.deleteObject(delete -> delete.bucket(bucket).key(key));
    }
}
