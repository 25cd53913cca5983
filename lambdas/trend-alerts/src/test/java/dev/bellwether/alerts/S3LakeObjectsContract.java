package dev.bellwether.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

@AwsContract
final class S3LakeObjectsContract {
    private final S3Client s3;
    private final String bucket;

    S3LakeObjectsContract(AwsUnderTest aws) {
        s3 = aws.s3();
        bucket = aws.ref(Declared.BUCKET);
    }

    @Test
    void anObjectIsReplacedByTheNextOfItsKey() {
        String key = "trend-alerts/dt=2025-10-29/one.json";
        new S3LakeObjects(s3, bucket).put(key, "{\"n\":1}\n".getBytes(UTF_8));
        new S3LakeObjects(s3, bucket).put(key, "{\"n\":2}\n".getBytes(UTF_8));

        ResponseBytes<GetObjectResponse> object =
                s3.getObjectAsBytes(get -> get.bucket(bucket).key(key));

        assertThat(object.asUtf8String()).isEqualTo("{\"n\":2}\n");
        assertThat(object.response().contentType()).isEqualTo("application/x-ndjson");
    }

    @Test
    void aBucketThatIsNotThereIsAFailedWrite() {
        S3LakeObjects objects = new S3LakeObjects(s3, "never-declared");

        assertThatThrownBy(() -> objects.put("key", new byte[1]))
                .isInstanceOf(AwsCallFailedException.class)
                .hasMessageContaining("s3://never-declared/key");
    }
}
