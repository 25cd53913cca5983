package dev.bellwether.cli.quarantine;

import dev.bellwether.cli.quarantine.RedriveRow.Outcome;
import dev.bellwether.cli.store.PipelineStores;
import dev.bellwether.cli.store.PipelineStores.Settled;
import dev.bellwether.market.lake.LakeLayout;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What becomes of records that were put back, in a sentence for the user.
final class Aftermath {
    private Aftermath() {}

    /// Where no run is going on, the functions take them now; elsewhere they do so by themselves.
    static String of(PipelineStores stores, List<RedriveRow> rows) {
        int putBack =
                rows.stream()
                        .filter(row -> row.outcome() == Outcome.REDRIVEN)
                        .mapToInt(RedriveRow::records)
                        .sum();
        String said = "%,d records put back".formatted(putBack);
        Set<String> before = new HashSet<>(stores.lake().keys(LakeLayout.QUARANTINE_PREFIX));
        Optional<Settled> settled = stores.settle();
        if (settled.isEmpty()) {
            return switch (stores.place()) {
                case RUNNING -> said + "; the run that is going on processes them.";
                case AWS -> said + "; the pipeline's functions take them within minutes.";
                case STATE_FOLDER -> said + ".";
            };
        }
        long again =
                stores.lake().keys(LakeLayout.QUARANTINE_PREFIX).stream()
                        .filter(key -> !before.contains(key))
                        .count();
        Settled came = settled.get();
        return "%s: %,d quotes stored, %,d quarantined again, %,d given up again%s."
                .formatted(
                        said,
                        came.quotes() - again,
                        again,
                        came.givenUp(),
                        came.blocked().isEmpty()
                                ? ""
                                : "; " + String.join(", ", came.blocked()) + " keeps failing");
    }
}
