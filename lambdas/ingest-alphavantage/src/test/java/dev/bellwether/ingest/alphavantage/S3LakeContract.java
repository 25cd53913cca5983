package dev.bellwether.ingest.alphavantage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.aws.Race;
import dev.bellwether.ingest.Lake;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

@AwsContract
final class S3LakeContract {
    private static final String CSV = "text/csv";

    private final S3Client s3;
    private final String bucket;
    private final Lake lake;

    S3LakeContract(AwsUnderTest aws) {
        s3 = aws.s3();
        bucket = aws.ref(Declared.BUCKET);
        lake = new S3Lake(s3, bucket);
    }

    @Test
    void whatWasPutIsFoundByteForByte() {
        byte[] everyByte = new byte[256];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }

        lake.put("lake/bytes", everyByte, "application/x-ndjson");

        assertThat(lake.find("lake/bytes").orElseThrow().bytes()).isEqualTo(everyByte);
        assertThat(s3.headObject(head -> head.bucket(bucket).key("lake/bytes")).contentType())
                .isEqualTo("application/x-ndjson");
    }

    @Test
    void anEmptyObjectIsAnObject() {
        lake.put("lake/empty", new byte[0], CSV);

        assertThat(lake.find("lake/empty").orElseThrow().bytes()).isEmpty();
    }

    @Test
    void whereThereIsNothingNothingIsFound() {
        assertThat(lake.find("lake/never-put")).isEmpty();
        lake.put("lake/folder/object", bytes("x"), CSV);
        assertThat(lake.find("lake/folder")).isEmpty();
    }

    @Test
    void keysOfTheLakesFormsAreTakenAsTheyAre() {
        List<String> keys =
                List.of(
                        "lake/keys/dt=2025-10-29/hour=09/shardId-000000000000-495.json",
                        "lake/keys/BRK-B.csv",
                        "lake/keys/a+b c%20d.body",
                        "lake/keys/2025-10-29T13:30:00Z-#?&.json");

        for (String key : keys) {
            lake.put(key, bytes(key), CSV);
        }

        for (String key : keys) {
            assertThat(text(key)).isEqualTo(key);
        }
        assertThat(s3.listObjectsV2(list -> list.bucket(bucket).prefix("lake/keys/")).contents())
                .extracting(object -> object.key())
                .containsExactlyElementsOf(keys.stream().sorted().toList());
    }

    @Test
    void onlyTheFirstPutOfAKeyFindsItAbsent() {
        assertThat(lake.putIfAbsent("lake/absent", bytes("first"), CSV)).isTrue();
        assertThat(lake.putIfAbsent("lake/absent", bytes("second"), CSV)).isFalse();

        assertThat(text("lake/absent")).isEqualTo("first");
    }

    @Test
    void ofManyWritersWhoFindAKeyAbsentOneWins() throws Exception {
        for (int round = 0; round < 5; round++) {
            String key = "lake/race-absent-" + round;
            List<Boolean> written =
                    Race.run(writer -> () -> lake.putIfAbsent(key, bytes("writer " + writer), CSV));

            assertThat(written).containsOnlyOnce(true);
            assertThat(text(key)).isEqualTo("writer " + written.indexOf(true));
        }
    }

    @Test
    void anObjectIsReplacedByItsEntityTag() {
        lake.put("lake/unchanged", bytes("first"), CSV);
        String tag = tag("lake/unchanged");

        assertThat(lake.putIfUnchanged("lake/unchanged", bytes("second"), CSV, tag)).isTrue();

        assertThat(text("lake/unchanged")).isEqualTo("second");
    }

    @Test
    void aStaleEntityTagWritesNothing() {
        lake.put("lake/stale", bytes("first"), CSV);
        String stale = tag("lake/stale");
        lake.put("lake/stale", bytes("second"), CSV);

        assertThat(lake.putIfUnchanged("lake/stale", bytes("third"), CSV, stale)).isFalse();

        assertThat(text("lake/stale")).isEqualTo("second");
    }

    @Test
    void ofManyWritersWithTheSameEntityTagOneWins() throws Exception {
        for (int round = 0; round < 5; round++) {
            String key = "lake/race-unchanged-" + round;
            lake.put(key, bytes("before"), CSV);
            String tag = tag(key);
            List<Boolean> written =
                    Race.run(writer ->
                            () -> lake.putIfUnchanged(key, bytes("writer " + writer), CSV, tag));

            assertThat(written).containsOnlyOnce(true);
            assertThat(text(key)).isEqualTo("writer " + written.indexOf(true));
        }
    }

    @Test
    void whatWasRemovedMeanwhileIsNotWrittenByItsEntityTag() {
        lake.put("lake/removed", bytes("first"), CSV);
        String tag = tag("lake/removed");
        s3.deleteObject(delete -> delete.bucket(bucket).key("lake/removed"));

        assertThatThrownBy(() -> lake.putIfUnchanged("lake/removed", bytes("second"), CSV, tag))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refused -> assertThat(refused.statusCode()).isEqualTo(404));

        assertThat(lake.find("lake/removed")).isEmpty();
    }

    private String text(String key) {
        return new String(lake.find(key).orElseThrow().bytes(), UTF_8);
    }

    private String tag(String key) {
        return lake.find(key).orElseThrow().entityTag();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
