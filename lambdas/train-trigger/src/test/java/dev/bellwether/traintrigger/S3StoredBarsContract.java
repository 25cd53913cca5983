package dev.bellwether.traintrigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@AwsContract
final class S3StoredBarsContract {
    private final S3Client s3;
    private final String bucket;

    S3StoredBarsContract(AwsUnderTest aws) {
        s3 = aws.s3();
        bucket = aws.ref(Declared.BUCKET);
    }

    @Test
    void barsExistFromTheFirstObjectUnderTheirPrefixUntilTheLastIsRemoved() {
        StoredBars bars = new S3StoredBars(s3, bucket);
        put("bars/daily-of-another-kind/AAPL.csv");
        assertThat(bars.exist()).isFalse();

        put("bars/daily/AAPL.csv");
        put("bars/daily/MSFT.csv");
        assertThat(bars.exist()).isTrue();

        s3.deleteObject(delete -> delete.bucket(bucket).key("bars/daily/AAPL.csv"));
        assertThat(bars.exist()).isTrue();
        s3.deleteObject(delete -> delete.bucket(bucket).key("bars/daily/MSFT.csv"));
        assertThat(bars.exist()).isFalse();
    }

    private void put(String key) {
        s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString("row\n"));
    }
}
