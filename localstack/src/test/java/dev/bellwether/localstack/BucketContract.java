package dev.bellwether.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.aws.DiffersOn;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

@AwsContract
final class BucketContract {
    private final S3Client s3;
    private final String bucket;

    BucketContract(AwsUnderTest aws) {
        s3 = aws.s3();
        bucket = aws.ref(Declared.BUCKET);
    }

    @Test
    @DiffersOn(
            value = "local-aws",
            how = "its objects are plain files, and what is overwritten is gone",
            source = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html")
    void anObjectThatIsReplacedStaysAsAnOlderVersion() {
        put("versions/object", "first");
        put("versions/object", "second");

        List<ObjectVersion> versions =
                s3.listObjectVersions(list -> list.bucket(bucket).prefix("versions/")).versions();

        assertThat(versions).hasSize(2);
        String oldest = versions.getLast().versionId();
        assertThat(
                        s3.getObjectAsBytes(get ->
                                        get.bucket(bucket).key("versions/object").versionId(oldest))
                                .asUtf8String())
                .isEqualTo("first");
    }

    @Test
    void aListingComesInPagesInTheOrderOfItsKeys() {
        List<String> keys = IntStream.range(0, 25).mapToObj("pages/%02d.csv"::formatted).toList();
        keys.reversed().forEach(key -> put(key, key));

        ListObjectsV2Response first =
                s3.listObjectsV2(list -> list.bucket(bucket).prefix("pages/").maxKeys(10));
        assertThat(first.contents())
                .extracting(S3Object::key)
                .containsExactlyElementsOf(keys.subList(0, 10));
        assertThat(first.isTruncated()).isTrue();

        assertThat(
                        s3.listObjectsV2Paginator(
                                        list -> list.bucket(bucket).prefix("pages/").maxKeys(10))
                                .contents())
                .extracting(S3Object::key)
                .containsExactlyElementsOf(keys);
    }

    @Test
    void aRefusedConditionNamesItself() {
        put("conditions/object", "first");

        assertThatThrownBy(() ->
                        s3.putObject(
                                put -> put.bucket(bucket).key("conditions/object").ifNoneMatch("*"),
                                RequestBody.fromString("second")))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refused -> {
                            assertThat(refused.statusCode()).isEqualTo(412);
                            assertThat(refused.awsErrorDetails().errorCode())
                                    .isEqualTo("PreconditionFailed");
                        });
    }

    @Test
    void anEntityTagIsOfTheContent() {
        String first = put("tags/object", "content");
        String same = put("tags/object", "content");
        String other = put("tags/object", "other content");

        assertThat(same).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(s3.headObject(head -> head.bucket(bucket).key("tags/object")).eTag())
                .isEqualTo(other);
    }

    @Test
    void removingWhatIsNotThereIsNoError() {
        s3.deleteObject(delete -> delete.bucket(bucket).key("removed/never-put"));

        assertThat(s3.listObjectsV2(list -> list.bucket(bucket).prefix("removed/")).contents())
                .isEmpty();
    }

    private String put(String key, String content) {
        return s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString(content))
                .eTag();
    }
}
