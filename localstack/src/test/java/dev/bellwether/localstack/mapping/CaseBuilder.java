package dev.bellwether.localstack.mapping;

import dev.bellwether.localstack.mapping.MappingCase.Destination;
import dev.bellwether.localstack.mapping.MappingCase.Rule;
import dev.bellwether.localstack.mapping.MappingCase.Settings;
import dev.bellwether.localstack.mapping.MappingCase.Source;
import dev.bellwether.localstack.mapping.MappingCase.Step;
import dev.bellwether.localstack.mapping.MappingCase.Traits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Writes down a [MappingCase]: Lambda's defaults, but for what is said.
final class CaseBuilder {
    private final String id;
    private final Source source;
    private String says = "";
    private String page = "";
    private int shards = 1;
    private int batchSize = 10;
    private int windowSeconds;
    private String startingPosition = "TRIM_HORIZON";
    private int retries = -1;
    private int ageSeconds = -1;
    private boolean bisect;
    private boolean report;
    private final List<String> filters = new ArrayList<>();
    private Destination destination = Destination.NONE;
    private final List<Step> steps = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private boolean slow;
    private boolean documented;

    private CaseBuilder(String id, Source source) {
        this.id = id;
        this.source = source;
    }

    static CaseBuilder stream(String id) {
        return new CaseBuilder("stream-" + id, Source.STREAM);
    }

    static CaseBuilder table(String id) {
        return new CaseBuilder("table-" + id, Source.TABLE);
    }

    static CaseBuilder queue(String id) {
        return new CaseBuilder("queue-" + id, Source.QUEUE);
    }

    CaseBuilder says(String what, String where) {
        says = what;
        page = where;
        return this;
    }

    CaseBuilder shards(int count) {
        shards = count;
        return this;
    }

    CaseBuilder batchSize(int most) {
        batchSize = most;
        return this;
    }

    CaseBuilder window(int seconds) {
        windowSeconds = seconds;
        return this;
    }

    CaseBuilder startingPosition(String position) {
        startingPosition = position;
        return this;
    }

    /// With a bucket for what is given up.
    CaseBuilder retries(int most) {
        retries = most;
        destination = Destination.BUCKET;
        return this;
    }

    CaseBuilder age(int seconds) {
        ageSeconds = seconds;
        destination = Destination.BUCKET;
        return this;
    }

    CaseBuilder bisecting() {
        bisect = true;
        return this;
    }

    CaseBuilder reporting() {
        report = true;
        return this;
    }

    CaseBuilder filter(String pattern) {
        filters.add(pattern);
        return this;
    }

    CaseBuilder destination(Destination where) {
        destination = where;
        return this;
    }

    CaseBuilder put(String items) {
        steps.add(new Step.Put(Item.list(items)));
        return this;
    }

    CaseBuilder open() {
        steps.add(new Step.Open());
        return this;
    }

    CaseBuilder letPass(Duration time) {
        steps.add(new Step.LetPass(time));
        return this;
    }

    CaseBuilder awaitInvocations(int count) {
        steps.add(new Step.AwaitInvocations(count));
        return this;
    }

    CaseBuilder on(String name, Answer answer) {
        rules.add(new Rule(name, answer, 0));
        return this;
    }

    CaseBuilder once(String name, Answer answer) {
        return times(1, name, answer);
    }

    CaseBuilder times(int times, String name, Answer answer) {
        rules.add(new Rule(name, answer, times));
        return this;
    }

    /// The function has a short time-out.
    CaseBuilder slow() {
        slow = true;
        return this;
    }

    CaseBuilder documented() {
        documented = true;
        return this;
    }

    MappingCase expect(String invocations) {
        return expect(invocations, "");
    }

    MappingCase expect(String invocations, String givenUp) {
        return new MappingCase(
                id,
                says,
                page,
                new Settings(
                        source,
                        shards,
                        batchSize,
                        windowSeconds,
                        source == Source.QUEUE ? "" : startingPosition,
                        retries,
                        ageSeconds,
                        bisect,
                        report,
                        List.copyOf(filters),
                        destination),
                List.copyOf(steps),
                List.copyOf(rules),
                new Traits(slow, documented),
                Outcome.of(invocations, givenUp));
    }
}
