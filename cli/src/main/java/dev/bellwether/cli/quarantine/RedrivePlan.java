package dev.bellwether.cli.quarantine;

import dev.bellwether.cli.quarantine.GivenUpBatch.Content;
import dev.bellwether.cli.quarantine.RedriveRow.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What can go back and what can't.
///
/// @param passing rejected records that are quotes now
/// @param batches what was given up and was kept whole
/// @param staying everything else, with the reason
record RedrivePlan(List<Passing> passing, List<GivenUpBatch> batches, List<RedriveRow> staying) {
    /// A rejected record, alone in its object, that passes now.
    record Passing(Quarantined row, StreamEntry entry) {}

    public RedrivePlan {
        passing = List.copyOf(passing);
        batches = List.copyOf(batches);
        staying = List.copyOf(staying);
    }

    /// @param day see [QuarantineShelf]
    /// @param id of the one record or batch, empty for all
    static RedrivePlan of(QuarantineShelf shelf, Optional<LocalDate> day, Optional<String> id) {
        Predicate<String> wanted = candidate -> id.isEmpty() || id.get().equals(candidate);
        List<Passing> passing = new ArrayList<>();
        List<RedriveRow> staying = new ArrayList<>();
        for (List<Quarantined> object : shelf.rejected(day)) {
            if (object.stream().map(Quarantined::id).anyMatch(wanted)) {
                sort(object, passing, staying);
            }
        }
        List<GivenUpBatch> batches = new ArrayList<>();
        for (GivenUpBatch batch : shelf.givenUp(day)) {
            if (wanted.test(batch.id())) {
                if (batch.content() instanceof Content.Unknown(String why)) {
                    staying.add(RedriveRow.of(batch, Outcome.NOT_WHOLE, why));
                } else {
                    batches.add(batch);
                }
            }
        }
        return new RedrivePlan(passing, batches, staying);
    }

    private static void sort(
            List<Quarantined> object, List<Passing> passing, List<RedriveRow> staying) {
        for (Quarantined row : object) {
            switch (Verdict.of(row)) {
                case Verdict.Passes _ when object.size() > 1 ->
                        // Objects are moved whole.
                        staying.add(
                                RedriveRow.of(
                                        row,
                                        Outcome.NOT_WHOLE,
                                        "its object holds other records, too"));
                case Verdict.Passes(StreamEntry entry) -> passing.add(new Passing(row, entry));
                case Verdict.StillInvalid(String problem) ->
                        staying.add(RedriveRow.of(row, Outcome.STILL_INVALID, problem));
                case Verdict.NotWhole(String why) ->
                        staying.add(RedriveRow.of(row, Outcome.NOT_WHOLE, why));
                case Verdict.OfAnotherSource() ->
                        staying.add(
                                RedriveRow.of(
                                        row,
                                        Outcome.OTHER_SOURCE,
                                        "the next run of %s asks or reads again"
                                                .formatted(row.source())));
            }
        }
    }

    /// Whether there is nothing at all.
    boolean isEmpty() {
        return passing.isEmpty() && batches.isEmpty() && staying.isEmpty();
    }

    /// Whether something can go back.
    boolean hasWork() {
        return !passing.isEmpty() || !batches.isEmpty();
    }

    /// What a run without `--dry-run` would try.
    List<RedriveRow> rows() {
        List<RedriveRow> rows = new ArrayList<>();
        batches.forEach(batch -> rows.add(RedriveRow.of(batch, Outcome.WOULD_BE, "")));
        passing.forEach(one -> rows.add(RedriveRow.of(one.row(), Outcome.WOULD_BE, "")));
        rows.addAll(staying);
        return List.copyOf(rows);
    }
}
