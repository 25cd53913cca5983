package dev.bellwether.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@AwsContract
final class S3ChannelsContract {
    private final S3Channels channels;
    private final String bucket;

    @TempDir Path folder;

    S3ChannelsContract(AwsUnderTest aws) {
        channels = new S3Channels(aws.s3());
        bucket = aws.ref(Declared.BUCKET);
    }

    @Test
    void whatWasPutBelowAPrefixIsCopiedByteForByteAndNothingElse() throws IOException {
        put("channels/ab/bars/AAPL.csv", "Kurs: 1,5 \u20ac\n");
        put("channels/ab/bars/deep/MSFT.csv", "");
        put("channels/ab/facts/splits.csv", "splits");
        put("channels/abc/bars/NVDA.csv", "another set");

        channels.download(new S3Location(bucket, "channels/ab/bars/"), folder, 100);

        assertThat(files()).containsExactly("AAPL.csv", "deep/MSFT.csv");
        assertThat(folder.resolve("AAPL.csv")).hasContent("Kurs: 1,5 \u20ac\n");
        assertThat(folder.resolve("deep/MSFT.csv")).isEmptyFile();
    }

    @Test
    void aLaterPutReplacesTheStatus() throws IOException {
        put("channels/jobs/one.json", "in progress");
        put("channels/jobs/one.json", "done");

        channels.download(new S3Location(bucket, "channels/jobs/one"), folder, 100);

        assertThat(folder.resolve("one.json")).hasContent("done");
    }

    @Test
    void thePrefixMayHoldAsMuchAsThereIsSpaceForAndNoMore() throws IOException {
        put("channels/large/a.csv", "12345");
        put("channels/large/b.csv", "67890");
        S3Location prefix = new S3Location(bucket, "channels/large/");

        assertThatThrownBy(() -> channels.download(prefix, folder, 9))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageContaining("10 bytes");
        assertThat(files()).isEmpty();
        channels.download(prefix, folder, 10);
        assertThat(files()).containsExactly("a.csv", "b.csv");
    }

    @Test
    void aBucketThatIsNotThereIsAFailure() {
        assertThatThrownBy(() ->
                        channels.download(new S3Location("never-declared", "x/"), folder, 100))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageContaining("never-declared");
    }

    private void put(String key, String text) {
        channels.put(
                new S3Location(bucket, key), "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(it -> folder.relativize(it).toString())
                    .sorted()
                    .toList();
        }
    }
}
