package dev.bellwether.localstack.mapping;

import java.time.Duration;
import java.util.List;

/// One row of the table.
///
/// @param id also names the case's stream, table or queue
/// @param says what AWS's documentation says
/// @param page where it says so
/// @param expected what follows from it
record MappingCase(
        String id,
        String says,
        String page,
        Settings settings,
        List<Step> steps,
        List<Rule> rules,
        Traits traits,
        Outcome expected) {
    enum Source {
        STREAM,
        TABLE,
        QUEUE
    }

    enum Destination {
        NONE,
        BUCKET,
        QUEUE
    }

    /// The mapping's settings; null and empty where the API's own default is meant.
    ///
    /// @param shards of a stream
    /// @param retries -1 for no end
    /// @param ageSeconds -1 for no limit
    record Settings(
            Source source,
            int shards,
            int batchSize,
            int windowSeconds,
            String startingPosition,
            int retries,
            int ageSeconds,
            boolean bisect,
            boolean report,
            List<String> filters,
            Destination destination) {}

    /// What the function does with a batch that has that record in it.
    ///
    /// @param times how often, 0 for always
    record Rule(String name, Answer answer, int times) {}

    /// @param slow whether the function is the one with the short time-out
    /// @param documented whether the form of what lies in the destination is checked
    record Traits(boolean slow, boolean documented) {}

    sealed interface Step {
        /// One call of PutRecords, or what the source has for it.
        record Put(List<Item> items) implements Step {}

        /// From here on there is a mapping.
        record Open() implements Step {}

        record LetPass(Duration time) implements Step {}

        record AwaitInvocations(int count) implements Step {}
    }

    Source source() {
        return settings.source();
    }

    @Override
    public String toString() {
        return id;
    }
}
