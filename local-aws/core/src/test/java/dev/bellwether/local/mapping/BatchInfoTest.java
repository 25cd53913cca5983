package dev.bellwether.local.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class BatchInfoTest {
    private static final Instant ARRIVAL = Instant.parse("2025-10-29T14:00:05.987Z");

    @Test
    void aStreamsTimesAreToTheMillisecondAndATablesToTheSecond() {
        assertThat(BatchInfo.KINESIS.arrival(ARRIVAL)).isEqualTo("2025-10-29T14:00:05.987Z");
        assertThat(BatchInfo.TABLE_STREAM.arrival(ARRIVAL)).isEqualTo("2025-10-29T14:00:05Z");
    }
}
