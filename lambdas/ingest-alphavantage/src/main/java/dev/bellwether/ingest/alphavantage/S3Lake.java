package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.Lake;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The lake as a bucket of S3, whose conditional writes keep two writers from losing each other's
/// rows.
final class S3Lake implements Lake {
    private static final int PRECONDITION_FAILED = 412;
    // "A conflicting conditional operation is in progress": another writer is at it.
    private static final int CONFLICT = 409;

    private final S3Client s3;
    private final String bucket;

    S3Lake(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Optional<StoredObject> find(String key) {
        try {
            ResponseBytes<GetObjectResponse> object =
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(key));
            return Optional.of(new StoredObject(object.asByteArray(), object.response().eTag()));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        }
    }

    @Override
    public void put(String key, byte[] bytes, String contentType) {
        write(key, bytes, contentType, _ -> {});
    }

    @Override
    public boolean putIfAbsent(String key, byte[] bytes, String contentType) {
        return writeIf(key, bytes, contentType, request -> request.ifNoneMatch("*"));
    }

    @Override
    public boolean putIfUnchanged(String key, byte[] bytes, String contentType, String entityTag) {
        return writeIf(key, bytes, contentType, request -> request.ifMatch(entityTag));
    }

    private boolean writeIf(
            String key,
            byte[] bytes,
            String contentType,
            Consumer<PutObjectRequest.Builder> condition) {
        try {
            write(key, bytes, contentType, condition);
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    private void write(
            String key,
            byte[] bytes,
            String contentType,
            Consumer<PutObjectRequest.Builder> condition) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder().bucket(bucket).key(key).contentType(contentType);
        condition.accept(request);
        s3.putObject(request.build(), RequestBody.fromBytes(bytes));
    }
}
