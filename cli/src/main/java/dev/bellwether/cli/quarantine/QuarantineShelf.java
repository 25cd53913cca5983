package dev.bellwether.cli.quarantine;

import dev.bellwether.cli.store.StoredObjects;
import dev.bellwether.market.lake.LakeLayout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;

/// What lies in quarantine and in the failure bucket.
///
/// @param lake objects of the lake
/// @param failures objects of the failure bucket
record QuarantineShelf(StoredObjects lake, StoredObjects failures) {
    /// Where Lambda puts what it gives up.
    static final String GIVEN_UP_PREFIX = "aws/lambda/";

    /// Rejected records, a list an object, oldest day first.
    ///
    /// @param day market day that they were rejected on, empty for all
    List<List<Quarantined>> rejected(Optional<LocalDate> day) {
        String prefix = LakeLayout.QUARANTINE_PREFIX + day.map("dt=%s/"::formatted).orElse("");
        return readAll(lake, prefix, Quarantined::read);
    }

    /// Batches that were given up, in the order of their keys: mapping, shard, time.
    ///
    /// @param day that they were given up on, in UTC; empty for all
    List<GivenUpBatch> givenUp(Optional<LocalDate> day) {
        return readAll(failures, GIVEN_UP_PREFIX, GivenUpBatch::read).stream()
                .filter(batch -> day.isEmpty() || batch.at().startsWith(day.get().toString()))
                .toList();
    }

    private static <T> List<T> readAll(
            StoredObjects objects, String prefix, BiFunction<String, byte[], T> read) {
        List<T> all = new ArrayList<>();
        for (String key : objects.keys(prefix)) {
            try {
                all.add(read.apply(key, objects.read(key)));
            } catch (NoSuchElementException _) {
                // Moved since it was listed, by another redrive.
                continue;
            }
        }
        return all;
    }
}
