package dev.bellwether.traintrigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.aws.Race;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

@AwsContract
final class S3LakeObjectsContract {
    private final S3Client s3;
    private final LakeObjects lake;

    S3LakeObjectsContract(AwsUnderTest aws) {
        s3 = aws.s3();
        lake = new S3LakeObjects(s3, aws.ref(Declared.BUCKET));
    }

    @Test
    void anObjectThatIsNotThereIsNotFound() {
        assertThat(lake.find("train-trigger/nothing.json")).isEmpty();
    }

    @Test
    void whatIsPutIsFoundAndTheNextPutReplacesIt() {
        lake.put("train-trigger/put.json", bytes("1"));
        lake.put("train-trigger/put.json", bytes("2"));

        assertThat(text("train-trigger/put.json")).contains("2");
    }

    @Test
    void onlyTheFirstOfAKeyIsPutOnce() {
        assertThat(lake.putOnce("train-trigger/once.json", bytes("first"))).isTrue();
        assertThat(lake.putOnce("train-trigger/once.json", bytes("second"))).isFalse();
        assertThat(lake.putOnce("train-trigger/once.json", bytes("first"))).isFalse();

        assertThat(text("train-trigger/once.json")).contains("first");
    }

    @Test
    void ofManyAtOnceExactlyOneIsPut() throws Exception {
        List<Boolean> put =
                Race.run(writer ->
                        () -> lake.putOnce("train-trigger/race.json", bytes("by " + writer)));

        assertThat(put).containsOnlyOnce(true);
        assertThat(text("train-trigger/race.json")).contains("by " + put.indexOf(true));
    }

    @Test
    void aBucketThatIsNotThereIsNamed() {
        LakeObjects nowhere = new S3LakeObjects(s3, "never-declared");

        assertThatThrownBy(() -> nowhere.find("key"))
                .isInstanceOf(AwsCallFailedException.class)
                .hasMessageContaining("s3://never-declared/key");
        assertThatThrownBy(() -> nowhere.putOnce("key", bytes("1")))
                .isInstanceOf(AwsCallFailedException.class)
                .hasMessageContaining("s3://never-declared/key");
        assertThatThrownBy(() -> nowhere.put("key", bytes("1")))
                .isInstanceOf(AwsCallFailedException.class)
                .hasMessageContaining("s3://never-declared/key");
    }

    private Optional<String> text(String key) {
        return lake.find(key).map(content -> new String(content, UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
