package dev.bellwether.cli.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.quarantine.GivenUpBatch.Content;
import dev.bellwether.cli.quarantine.RedrivePlan.Passing;
import dev.bellwether.cli.quarantine.RedriveRow.Outcome;
import dev.bellwether.cli.store.MovableObjects;
import dev.bellwether.cli.store.PipelineStores;
import dev.bellwether.market.lake.LakeLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/// Puts back what the plan found: records into the stream, changes of the table to their function.
///
/// An object is moved after its records were taken, so a crash in between repeats them: of a quote
/// that is one row by its identity, and a change of the table is only a reason for its function to
/// look at the table again. Moved, never deleted: what was wrong stays to be seen.
///
/// Changes of the table are handed to the function rather than made again: the function looks at
/// changed figures only, so an item that is written anew as it is would be passed over.
///
/// @param functions calls a function by its physical name
record Redrive(
        MovableObjects lake, MovableObjects failures, StreamPut stream, Functions functions) {
    /// Where objects of the failure bucket go; the rest of the key is the same.
    static final String REDRIVEN_PREFIX = "redriven/";

    private static final JsonMapper JSON = new JsonMapper();

    /// The pipeline's functions.
    @FunctionalInterface
    interface Functions {
        /// The answer.
        ///
        /// @throws FailedException if the function fails, or is not of the pipeline (any more)
        String invoke(String physicalName, String event);
    }

    static Redrive in(PipelineStores stores) {
        return new Redrive(
                stores.lake(),
                stores.failures(),
                StreamPut.into(stores),
                (name, event) -> stores.invoke(stores.names().idOf(name), event));
    }

    /// What became of everything in the plan.
    List<RedriveRow> carryOut(RedrivePlan plan) {
        List<RedriveRow> rows = new ArrayList<>();
        plan.batches().forEach(batch -> rows.add(redriven(batch)));
        List<Passing> passing = plan.passing();
        for (int from = 0; from < passing.size(); from += StreamPut.MOST_RECORDS) {
            int to = Math.min(from + StreamPut.MOST_RECORDS, passing.size());
            rows.addAll(redriven(passing.subList(from, to)));
        }
        rows.addAll(plan.staying());
        return List.copyOf(rows);
    }

    private List<RedriveRow> redriven(List<Passing> chunk) {
        Set<Integer> refused = stream.put(chunk.stream().map(Passing::entry).toList());
        List<RedriveRow> rows = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            Quarantined row = chunk.get(i).row();
            if (refused.contains(i)) {
                rows.add(RedriveRow.of(row, Outcome.NOT_TAKEN, "the stream refused it"));
            } else {
                shelve(
                        lake,
                        row.key(),
                        LakeLayout.REDRIVEN_PREFIX
                                + row.key().substring(LakeLayout.QUARANTINE_PREFIX.length()));
                rows.add(RedriveRow.of(row, Outcome.REDRIVEN, ""));
            }
        }
        return rows;
    }

    private RedriveRow redriven(GivenUpBatch batch) {
        String problem =
                switch (batch.content()) {
                    case Content.OfStream(List<StreamEntry> entries) -> put(entries);
                    case Content.OfTable(String event, _) -> hand(batch.function(), event);
                    case Content.Unknown(String why) -> why;
                };
        if (!problem.isEmpty()) {
            return RedriveRow.of(batch, Outcome.NOT_TAKEN, problem);
        }
        shelve(failures, batch.key(), REDRIVEN_PREFIX + batch.key());
        return RedriveRow.of(batch, Outcome.REDRIVEN, "");
    }

    private static void shelve(MovableObjects objects, String key, String newKey) {
        try {
            objects.move(key, newKey);
        } catch (NoSuchElementException _) {
            // Another redrive was at it, too: what both have put back is there once.
            return;
        }
    }

    private String put(List<StreamEntry> entries) {
        int refused = stream.put(entries).size();
        return refused == 0
                ? ""
                : "the stream refused %d of %d records; the next redrive sends all of them again"
                        .formatted(refused, entries.size());
    }

    private String hand(String function, String event) {
        try {
            JsonNode failed =
                    JSON.readTree(functions.invoke(function, event)).path("batchItemFailures");
            return failed.isEmpty()
                    ? ""
                    : "the function failed again at record "
                            + failed.path(0).path("itemIdentifier").asText();
        } catch (FailedException e) {
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            return "the function answered no JSON";
        }
    }
}
