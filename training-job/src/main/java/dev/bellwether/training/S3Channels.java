package dev.bellwether.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A job's input and output, where nobody but the job itself carries them: what SageMaker does with
/// channels of mode File, and with a model.
record S3Channels(S3Client s3) {

    /// Copies the objects below a prefix, by what follows the prefix's last slash.
    ///
    /// @param mostBytes that they may have together; throws [TrainingFailure] when they have more
    void download(S3Location prefix, Path folder, long mostBytes) {
        try {
            List<S3Object> objects =
                    s3
                            .listObjectsV2Paginator(
                                    request -> request.bucket(prefix.bucket()).prefix(prefix.key()))
                            .contents()
                            .stream()
                            .toList();
            long bytes = objects.stream().mapToLong(S3Object::size).sum();
            if (bytes > mostBytes) {
                throw new TrainingFailure(
                        "%s holds %d bytes, and there is space for %d: train it with SageMaker"
                                .formatted(prefix, bytes, mostBytes));
            }
            int base = prefix.key().lastIndexOf('/') + 1;
            for (S3Object object : objects) {
                Path file = folder.resolve(object.key().substring(base)).normalize();
                if (file.startsWith(folder) && !object.key().endsWith("/")) {
                    Files.createDirectories(file.resolveSibling("."));
                    Files.write(file, content(prefix.bucket(), object.key()));
                }
            }
        } catch (SdkException | IOException e) {
            throw new TrainingFailure("Copying %s failed: %s".formatted(prefix, e.getMessage()), e);
        }
    }

    /// Puts an object, whatever was there.
    void put(S3Location at, String contentType, byte[] content) {
        try {
            s3.putObject(
                    request -> request.bucket(at.bucket()).key(at.key()).contentType(contentType),
                    RequestBody.fromBytes(content));
        } catch (SdkException e) {
            throw new TrainingFailure("Putting %s failed: %s".formatted(at, e.getMessage()), e);
        }
    }

    private byte[] content(String bucket, String key) {
        return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArray();
    }
}
