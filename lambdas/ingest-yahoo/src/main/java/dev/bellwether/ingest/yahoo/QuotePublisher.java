package dev.bellwether.ingest.yahoo;

import dev.bellwether.ingest.Pause;
import dev.bellwether.market.Quote;
import dev.bellwether.market.wire.QuoteJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/// Puts quotes into the stream. PutRecords can take some records and refuse others in one call:
/// only the refused ones are sent again, so that a retry does not double those that are in.
final class QuotePublisher {
    private static final int MOST_RECORDS_A_CALL = 500;
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final KinesisClient kinesis;
    private final String stream;
    private final Pause pause;
    private final RandomGenerator jitter;

    QuotePublisher(KinesisClient kinesis, String stream, Pause pause, RandomGenerator jitter) {
        this.kinesis = kinesis;
        this.stream = stream;
        this.pause = pause;
        this.jitter = jitter;
    }

    /// Returns when all quotes are in the stream.
    ///
    /// @throws QuotesNotPublishedException if the stream goes on refusing some of them
    void publish(List<Quote> quotes) {
        for (int from = 0; from < quotes.size(); from += MOST_RECORDS_A_CALL) {
            put(
                    quotes
                            .subList(from, Math.min(from + MOST_RECORDS_A_CALL, quotes.size()))
                            .stream()
                            .map(QuotePublisher::entry)
                            .toList());
        }
    }

    private void put(List<PutRecordsRequestEntry> entries) {
        List<PutRecordsRequestEntry> left = entries;
        Duration longest = FIRST_WAIT;
        for (int attempt = 1; ; attempt++) {
            List<PutRecordsRequestEntry> sent = left;
            List<PutRecordsResultEntry> results =
                    kinesis.putRecords(request -> request.streamName(stream).records(sent))
                            .records();
            left = refused(sent, results);
            if (left.isEmpty()) {
                return;
            }
            if (attempt == ATTEMPTS) {
                throw new QuotesNotPublishedException(
                        "Put %d quotes to stream %s failed: %d left after %d attempts %s"
                                .formatted(
                                        entries.size(),
                                        stream,
                                        left.size(),
                                        ATTEMPTS,
                                        countByError(results)));
            }
            pause.pause(Duration.ofMillis(jitter.nextLong(longest.toMillis() + 1)));
            longest =
                    longest.multipliedBy(2).compareTo(LONGEST_WAIT) < 0
                            ? longest.multipliedBy(2)
                            : LONGEST_WAIT;
        }
    }

    // The results stand in the order of the records.
    private static List<PutRecordsRequestEntry> refused(
            List<PutRecordsRequestEntry> sent, List<PutRecordsResultEntry> results) {
        List<PutRecordsRequestEntry> refused = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            if (results.get(i).errorCode() != null) {
                refused.add(sent.get(i));
            }
        }
        return refused;
    }

    private static Map<String, Long> countByError(List<PutRecordsResultEntry> results) {
        return results.stream()
                .filter(result -> result.errorCode() != null)
                .map(PutRecordsResultEntry::errorCode)
                .collect(
                        Collectors.groupingBy(
                                Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static PutRecordsRequestEntry entry(Quote quote) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(quote.symbol().value())
                .data(SdkBytes.fromByteArray(QuoteJson.write(quote)))
                .build();
    }
}
