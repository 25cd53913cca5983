package dev.bellwether.traintrigger;

import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The objects of an S3 bucket. A conditional put decides who is first:
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html>.
record S3LakeObjects(S3Client client, String bucket) implements LakeObjects {
    private static final int PRECONDITION_FAILED = 412;
    // S3 answers so while another put of the key is under way; it asks to try again.
    private static final int CONDITIONAL_REQUEST_CONFLICT = 409;
    private static final int TRIES = 3;
    private static final String ANY = "*";

    @Override
    public Optional<byte[]> find(String key) {
        try {
            return Optional.of(
                    client.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray());
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (SdkException e) {
            throw failure("Reading", key, e);
        }
    }

    @Override
    public boolean putOnce(String key, byte[] content) {
        for (int attempt = 1; ; attempt++) {
            try {
                client.putObject(request(key).ifNoneMatch(ANY).build(), body(content));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == PRECONDITION_FAILED) {
                    return false;
                }
                if (e.statusCode() != CONDITIONAL_REQUEST_CONFLICT || attempt == TRIES) {
                    throw failure("Writing", key, e);
                }
            } catch (SdkException e) {
                throw failure("Writing", key, e);
            }
        }
    }

    @Override
    public void put(String key, byte[] content) {
        try {
            client.putObject(request(key).build(), body(content));
        } catch (SdkException e) {
            throw failure("Writing", key, e);
        }
    }

    private PutObjectRequest.Builder request(String key) {
        return PutObjectRequest.builder().bucket(bucket).key(key).contentType("application/json");
    }

    private static RequestBody body(byte[] content) {
        return RequestBody.fromBytes(content);
    }

    private AwsCallFailedException failure(String what, String key, SdkException cause) {
        return new AwsCallFailedException(
                "%s s3://%s/%s failed: %s".formatted(what, bucket, key, cause.getMessage()), cause);
    }
}
