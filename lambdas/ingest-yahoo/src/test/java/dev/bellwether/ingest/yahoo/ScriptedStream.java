package dev.bellwether.ingest.yahoo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/// A stream that refuses the records at the places a test names, call by call, and keeps the
/// others.
final class ScriptedStream implements KinesisClient {
    private final Deque<Set<Integer>> refusals = new ArrayDeque<>();
    private final List<List<String>> calls = new ArrayList<>();
    private final List<PutRecordsRequestEntry> kept = new ArrayList<>();
    private boolean refusesAll;

    ScriptedStream refuses(Integer... places) {
        refusals.add(Set.of(places));
        return this;
    }

    ScriptedStream refusesAll() {
        refusesAll = true;
        return this;
    }

    /// Partition keys of each call.
    List<List<String>> calls() {
        return calls;
    }

    /// Partition keys of what is in the stream.
    List<String> keptKeys() {
        return kept.stream().map(PutRecordsRequestEntry::partitionKey).toList();
    }

    List<String> keptData() {
        return kept.stream().map(entry -> entry.data().asString(StandardCharsets.UTF_8)).toList();
    }

    @Override
    public PutRecordsResponse putRecords(PutRecordsRequest request) {
        calls.add(request.records().stream().map(PutRecordsRequestEntry::partitionKey).toList());
        Set<Integer> refused = refusals.isEmpty() ? Set.of() : refusals.remove();
        List<PutRecordsResultEntry> results =
                IntStream.range(0, request.records().size())
                        .mapToObj(i ->
                                result(request.records().get(i), refusesAll || refused.contains(i)))
                        .toList();
        return PutRecordsResponse.builder().records(results).build();
    }

    private PutRecordsResultEntry result(PutRecordsRequestEntry entry, boolean refused) {
        if (refused) {
            return PutRecordsResultEntry.builder()
                    .errorCode("ProvisionedThroughputExceededException")
                    .errorMessage("slow down")
                    .build();
        }
        kept.add(entry);
        return PutRecordsResultEntry.builder().sequenceNumber(String.valueOf(kept.size())).build();
    }

    @Override
    public String serviceName() {
        return "kinesis";
    }

    @Override
    public void close() {}
}
