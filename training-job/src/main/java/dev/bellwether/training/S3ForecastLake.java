package dev.bellwether.training;

import java.util.Arrays;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The lake's bucket. A conditional put decides: the first content of a key wins, also against
/// another job at the same moment.
record S3ForecastLake(S3Client s3, String bucket) implements ForecastLake {
    private static final int PRECONDITION_FAILED = 412;
    // S3 answers so while another put of the key is under way; it asks to try again.
    private static final int CONDITIONAL_REQUEST_CONFLICT = 409;
    private static final int TRIES = 3;

    /// The bucket as a process with this environment reaches it.
    static S3ForecastLake using(Map<String, String> env, String bucket) {
        return new S3ForecastLake(client(env), bucket);
    }

    /// A client for the training container, whose role comes by the container's credentials
    /// endpoint, and for a function or a local process, whose credentials come by its environment.
    /// Nobody's profile is looked at.
    static S3Client client(Map<String, String> env) {
        String region = env.getOrDefault("AWS_REGION", env.getOrDefault("AWS_DEFAULT_REGION", ""));
        if (region.isEmpty()) {
            throw new TrainingFailure("AWS_REGION is not set: the lake's bucket is in some region");
        }
        return S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(region))
                .credentialsProvider(
                        AwsCredentialsProviderChain.of(
                                EnvironmentVariableCredentialsProvider.create(),
                                ContainerCredentialsProvider.create()))
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .overrideConfiguration(
                        override -> override.defaultProfileFile(ProfileFile.aggregator().build()))
                .build();
    }

    @Override
    public void putOnce(String key, byte[] content) {
        for (int attempt = 1; ; attempt++) {
            try {
                s3.putObject(
                        PutObjectRequest.builder()
                                .bucket(bucket)
                                .key(key)
                                .ifNoneMatch("*")
                                .contentType("text/csv")
                                .build(),
                        RequestBody.fromBytes(content));
                return;
            } catch (S3Exception e) {
                if (e.statusCode() == PRECONDITION_FAILED) {
                    requireSame(key, content);
                    return;
                }
                if (e.statusCode() != CONDITIONAL_REQUEST_CONFLICT || attempt == TRIES) {
                    throw failure(key, e);
                }
            } catch (SdkException e) {
                throw failure(key, e);
            }
        }
    }

    private void requireSame(String key, byte[] content) {
        byte[] published;
        try {
            published =
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArray();
        } catch (SdkException e) {
            throw new TrainingFailure(
                    "Reading %s in bucket %s failed: %s".formatted(key, bucket, e.getMessage()), e);
        }
        if (!Arrays.equals(published, content)) {
            throw new TrainingFailure(
                    ("%s in bucket %s holds another forecast already. A forecast is never overwritten: remove the object yourself if it"
                                    + " must go, or run another day")
                            .formatted(key, bucket));
        }
    }

    private TrainingFailure failure(String key, SdkException cause) {
        return new TrainingFailure(
                "Putting %s into bucket %s failed: %s".formatted(key, bucket, cause.getMessage()),
                cause);
    }
}
