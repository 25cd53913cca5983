package dev.bellwether.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class S3ForecastLakeTest {
    private static final String KEY = "predictions/dt=2025-10-29/predictions.csv";
    private static final byte[] FORECAST = "a forecast\n".getBytes(StandardCharsets.UTF_8);

    private FakeS3 s3;
    private S3ForecastLake lake;

    @BeforeEach
    void start() throws IOException {
        s3 = new FakeS3();
        lake = new S3ForecastLake(s3.client(), "lake");
    }

    @AfterEach
    void stop() {
        lake.s3().close();
        s3.close();
    }

    @Test
    void theFirstForecastIsKeptByteForByte() {
        lake.putOnce(KEY, FORECAST);

        assertThat(s3.objects).containsOnlyKeys("/lake/" + KEY);
        assertThat(s3.objects.get("/lake/" + KEY)).isEqualTo(FORECAST);
    }

    @Test
    void theSameForecastAgainChangesNothing() {
        lake.putOnce(KEY, FORECAST);
        lake.putOnce(KEY, FORECAST);

        assertThat(s3.objects).hasSize(1);
    }

    @Test
    void anotherForecastOfTheDayIsRefused() {
        lake.putOnce(KEY, FORECAST);

        assertThatThrownBy(() -> lake.putOnce(KEY, new byte[] {1}))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageContaining(KEY)
                .hasMessageContaining("never overwritten");
        assertThat(s3.objects.get("/lake/" + KEY)).isEqualTo(FORECAST);
    }

    @Test
    void aConflictWithAnotherPutIsTriedAgain() {
        s3.conflicts.set(2);

        lake.putOnce(KEY, FORECAST);

        assertThat(s3.puts).hasValue(3);
        assertThat(s3.objects).hasSize(1);
    }

    @Test
    void aRefusedPutFailsTheJobByKeyAndBucket() {
        s3.conflicts.set(Integer.MAX_VALUE);

        assertThatThrownBy(() -> lake.putOnce(KEY, FORECAST))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageStartingWith("Putting " + KEY + " into bucket lake failed");
    }

    @Test
    void aMissingRegionIsSaidToBeMissing() {
        assertThatThrownBy(() -> S3ForecastLake.using(Map.of(), "lake"))
                .hasMessageContaining("AWS_REGION is not set");
    }
}
