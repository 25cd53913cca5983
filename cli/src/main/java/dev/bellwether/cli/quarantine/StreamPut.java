package dev.bellwether.cli.quarantine;

import dev.bellwether.cli.store.PipelineStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/// Puts records into the stream, in order, in as few calls as it takes them. A call may take some
/// and refuse others: only these are sent again.
///
/// https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html
///
/// @param pause waits before a call is tried again
record StreamPut(KinesisClient kinesis, String stream, Consumer<Duration> pause) {
    static final int MOST_RECORDS = 500;
    private static final int MOST_BYTES = 4_500_000; // 5 MiB with partition keys
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    static StreamPut into(PipelineStores stores) {
        return new StreamPut(stores.kinesis(), stores.names().stream(), StreamPut::sleep);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the stream was busy", e);
        }
    }

    /// The indexes of the entries that the stream went on refusing; all others are in it.
    Set<Integer> put(List<StreamEntry> entries) {
        Set<Integer> refused = new TreeSet<>();
        List<Integer> call = new ArrayList<>();
        int bytes = 0;
        for (int i = 0; i < entries.size(); i++) {
            int size = entries.get(i).data().length + entries.get(i).partitionKey().length();
            if (call.size() == MOST_RECORDS || !call.isEmpty() && bytes + size > MOST_BYTES) {
                refused.addAll(putCall(entries, call));
                call.clear();
                bytes = 0;
            }
            call.add(i);
            bytes += size;
        }
        if (!call.isEmpty()) {
            refused.addAll(putCall(entries, call));
        }
        return refused;
    }

    private Set<Integer> putCall(List<StreamEntry> entries, List<Integer> indexes) {
        List<Integer> left = List.copyOf(indexes);
        Duration wait = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            left = refused(entries, left);
            if (left.isEmpty() || attempt == ATTEMPTS) {
                return new HashSet<>(left);
            }
            pause.accept(wait);
            wait = wait.multipliedBy(2);
        }
    }

    private List<Integer> refused(List<StreamEntry> entries, List<Integer> indexes) {
        List<PutRecordsRequestEntry> sent =
                indexes.stream().map(entries::get).map(StreamPut::entry).toList();
        // The results stand in the order of the records.
        List<PutRecordsResultEntry> results =
                kinesis.putRecords(put -> put.streamName(stream).records(sent)).records();
        List<Integer> refused = new ArrayList<>();
        for (int i = 0; i < indexes.size(); i++) {
            if (results.get(i).errorCode() != null) {
                refused.add(indexes.get(i));
            }
        }
        return List.copyOf(refused);
    }

    private static PutRecordsRequestEntry entry(StreamEntry entry) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(entry.partitionKey())
                .data(SdkBytes.fromByteArray(entry.data()))
                .build();
    }
}
