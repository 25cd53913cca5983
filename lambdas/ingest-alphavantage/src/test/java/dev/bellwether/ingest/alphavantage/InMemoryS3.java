package dev.bellwether.ingest.alphavantage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// One bucket in memory that enforces conditions, and does `beforeNextPut` once before it looks at
/// them.
final class InMemoryS3 implements S3Client {
    private final Map<String, byte[]> objects = new TreeMap<>();
    private final Map<String, Integer> versions = new TreeMap<>();
    private final List<String> writtenKeys = new ArrayList<>();
    private Runnable beforeNextBarsPut = () -> {};

    Map<String, byte[]> objects() {
        return objects;
    }

    /// The keys of all writes that took effect, in order.
    List<String> writtenKeys() {
        return writtenKeys;
    }

    String text(String key) {
        return new String(Objects.requireNonNull(objects.get(key), key), StandardCharsets.UTF_8);
    }

    List<String> keys(String prefix) {
        return objects.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    void store(String key, String text) {
        objects.put(key, text.getBytes(StandardCharsets.UTF_8));
        versions.merge(key, 1, Integer::sum);
        writtenKeys.add(key);
    }

    void beforeNextBarsPut(Runnable event) {
        beforeNextBarsPut = event;
    }

    @Override
    public <T> T getObject(
            GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
        byte[] bytes = objects.get(request.key());
        if (bytes == null) {
            throw NoSuchKeyException.builder()
                    .statusCode(404)
                    .message("no " + request.key())
                    .build();
        }
        GetObjectResponse response =
                GetObjectResponse.builder().eTag(entityTag(request.key())).build();
        try {
            return transformer.transform(
                    response, AbortableInputStream.create(new ByteArrayInputStream(bytes)));
        } catch (Exception e) {
            throw new IllegalStateException("Reading " + request.key() + " failed", e);
        }
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
        if (request.key().startsWith("bars/")) {
            Runnable event = beforeNextBarsPut;
            beforeNextBarsPut = () -> {};
            event.run();
        }
        boolean absent = !objects.containsKey(request.key());
        if (request.ifNoneMatch() != null && !absent
                || request.ifMatch() != null
                        && (absent || !request.ifMatch().equals(entityTag(request.key())))) {
            throw S3Exception.builder().statusCode(412).message("PreconditionFailed").build();
        }
        try {
            store(
                    request.key(),
                    new String(
                            body.contentStreamProvider().newStream().readAllBytes(),
                            StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PutObjectResponse.builder().eTag(entityTag(request.key())).build();
    }

    private String entityTag(String key) {
        return "\"" + versions.get(key) + "\"";
    }

    @Override
    public String serviceName() {
        return "s3";
    }

    @Override
    public void close() {}
}
