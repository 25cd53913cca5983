package dev.bellwether.traintrigger;

import dev.bellwether.market.lake.TrainingSnapshot;
import java.time.LocalDate;

/// A training job of a day.
///
/// @param attempt from 1
/// @param snapshot what it trains on; its last day is the job's day
record TrainingJob(int attempt, TrainingSnapshot snapshot) {
    private static final int HASH_DIGITS = 8;

    LocalDate day() {
        return snapshot.lastDay();
    }

    /// At most 63 letters, digits and dashes, unique in account and region: another set or another
    /// attempt is another job.
    String name() {
        return "bellwether-lasso-%s-%s-%d"
                .formatted(day(), snapshot.sha256().substring(0, HASH_DIGITS), attempt);
    }
}
