package dev.bellwether.faults.aws;

import dev.bellwether.faults.expression.InvalidRequestException;
import dev.bellwether.faults.plan.FaultPlan;
import dev.bellwether.faults.plan.FunctionCalls;
import dev.bellwether.faults.plan.FunctionCalls.ClientRetries;
import dev.bellwether.faults.plan.FunctionCalls.ServiceErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A function's client of a [SimulatedBucket]. What it does not have, the interface refuses.
public final class BucketClient implements S3Client {
    private static final class Errors implements ServiceErrors {
        @Override
        public RuntimeException throttled(String place) {
            return error(503, "SlowDown: " + place);
        }

        @Override
        public RuntimeException failed(String place) {
            return error(500, "InternalError: " + place);
        }

        private static RuntimeException error(int status, String message) {
            return S3Exception.builder().statusCode(status).message(message).build();
        }
    }

    private final SimulatedBucket bucket;
    private final FunctionCalls calls;

    /// A client whose calls go wrong as planned.
    public BucketClient(SimulatedBucket bucket, FaultPlan plan) {
        this.bucket = bucket;
        this.calls = new FunctionCalls(plan, new Errors(), ClientRetries.HARMLESS);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // It has nothing open.
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
        Requests.requireOnly(request, Set.of("Bucket", "Key", "ContentType"));
        if (!bucket.name().equals(request.bucket())) {
            throw new InvalidRequestException("There is no bucket " + request.bucket());
        }
        return calls.make(
                "PutObject " + request.key(),
                () -> {
                    bucket.put(request.key(), bytes(body));
                    return PutObjectResponse.builder().build();
                });
    }

    private static byte[] bytes(RequestBody body) {
        try (InputStream in = body.contentStreamProvider().newStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading a body from memory failed", e);
        }
    }
}
