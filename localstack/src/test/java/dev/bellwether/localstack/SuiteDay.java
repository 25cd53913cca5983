package dev.bellwether.localstack;

import java.time.Instant;
import java.time.ZoneId;

/// The market day that the suite runs.
final class SuiteDay {
    static final String KEY_PARAMETER = "/bellwether/alphavantage/api-key";

    /// The simulator's: it takes any.
    static final String KEY = "SIM" + "0123456789";

    static final Instant BEGINS = newYork(4);
    static final Instant ENDS = newYork(28);

    /// Everything before the day.
    static final String HISTORY =
            "{\"scheduledTime\":\"%s\",\"mode\":\"backfill\"}".formatted(newYork(0));

    private SuiteDay() {}

    private static Instant newYork(int hour) {
        return Surroundings.RUN_DAY
                .atStartOfDay(ZoneId.of("America/New_York"))
                .plusHours(hour)
                .toInstant();
    }
}
