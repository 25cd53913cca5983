package dev.bellwether.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.aws.Race;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

@AwsContract
final class S3ForecastLakeContract {
    private final S3Client s3;
    private final String bucket;
    private final S3ForecastLake lake;

    S3ForecastLakeContract(AwsUnderTest aws) {
        s3 = aws.s3();
        bucket = aws.ref(Declared.BUCKET);
        lake = new S3ForecastLake(s3, bucket);
    }

    @Test
    void theSameForecastMayBePutAgain() {
        lake.putOnce("forecasts/same.csv", bytes("a forecast\n"));
        lake.putOnce("forecasts/same.csv", bytes("a forecast\n"));

        assertThat(text("forecasts/same.csv")).isEqualTo("a forecast\n");
    }

    @Test
    void anotherForecastIsRefused() {
        lake.putOnce("forecasts/other.csv", bytes("a forecast\n"));

        assertThatThrownBy(() -> lake.putOnce("forecasts/other.csv", bytes("another\n")))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageContaining("holds another forecast already");

        assertThat(text("forecasts/other.csv")).isEqualTo("a forecast\n");
    }

    @Test
    void ofManyForecastsAtOnceOneIsKeptAndTheOthersAreRefused() throws Exception {
        List<Boolean> kept =
                Race.run(job -> () -> tryPut("forecasts/race.csv", "forecast of job " + job));

        assertThat(kept).containsOnlyOnce(true);
        assertThat(text("forecasts/race.csv")).isEqualTo("forecast of job " + kept.indexOf(true));
    }

    @Test
    void ofManyJobsWithTheSameForecastNoneIsRefused() throws Exception {
        List<Boolean> kept = Race.run(_ -> () -> tryPut("forecasts/race-same.csv", "the forecast"));

        assertThat(kept).containsOnly(true);
        assertThat(text("forecasts/race-same.csv")).isEqualTo("the forecast");
    }

    @Test
    void aBucketThatIsNotThereIsAFailure() {
        assertThatThrownBy(() ->
                        new S3ForecastLake(s3, "never-declared")
                                .putOnce("key", bytes("a forecast")))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageContaining("never-declared");
    }

    private boolean tryPut(String key, String forecast) {
        try {
            lake.putOnce(key, bytes(forecast));
            return true;
        } catch (TrainingFailure refused) {
            return false;
        }
    }

    private String text(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
