package dev.bellwether.cli.quarantine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/// A stream that refuses the records at the places that a test says, call by call.
final class RecordingStream implements KinesisClient {
    final List<Integer> calls = new ArrayList<>();
    final List<StreamEntry> kept = new ArrayList<>();
    private final Deque<IntPredicate> refusals = new ArrayDeque<>();
    private IntPredicate refusesAfterwards = _ -> false;

    RecordingStream refusing(IntPredicate places) {
        refusals.add(places);
        return this;
    }

    RecordingStream refusingAlways(IntPredicate places) {
        refusesAfterwards = places;
        return this;
    }

    @Override
    public PutRecordsResponse putRecords(PutRecordsRequest request) {
        calls.add(request.records().size());
        IntPredicate refused = refusals.isEmpty() ? refusesAfterwards : refusals.remove();
        return PutRecordsResponse.builder()
                .records(
                        IntStream.range(0, request.records().size())
                                .mapToObj(i -> result(request.records().get(i), refused.test(i)))
                                .toList())
                .build();
    }

    private PutRecordsResultEntry result(PutRecordsRequestEntry entry, boolean refused) {
        if (refused) {
            return PutRecordsResultEntry.builder()
                    .errorCode("ProvisionedThroughputExceededException")
                    .build();
        }
        kept.add(new StreamEntry(entry.partitionKey(), entry.data().asByteArray()));
        return PutRecordsResultEntry.builder().sequenceNumber("" + kept.size()).build();
    }

    @Override
    public String serviceName() {
        return "kinesis";
    }

    @Override
    public void close() {}
}
