package dev.bellwether.ingest.yahoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.aws.Eventually;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.wire.QuoteJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

@AwsContract
final class QuotePublisherContract {
    private static final Instant OPEN = Instant.parse("2025-10-29T13:30:00Z");

    private final KinesisClient kinesis;
    private final String stream;
    private final List<Reader> readers;
    private final List<Duration> pauses = new ArrayList<>();

    QuotePublisherContract(AwsUnderTest aws) {
        kinesis = aws.kinesis();
        stream = aws.ref(Declared.STREAM);
        readers =
                kinesis.listShards(list -> list.streamName(stream)).shards().stream()
                        .map(Reader::new)
                        .toList();
    }

    @Test
    void quotesOfASymbolAreInOneShardInTheirOrder() {
        List<Quote> quotes = quotes("QP-ORDER", 40);

        publisher(kinesis).publish(quotes);

        List<Record> records = records("QP-ORDER", 40);
        assertThat(quotes(records)).containsExactlyElementsOf(quotes);
        assertThat(records)
                .extracting(record -> new BigInteger(record.sequenceNumber()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(pauses).isEmpty();
    }

    @Test
    void symbolsAreSpreadOverShards() {
        List<Quote> quotes =
                IntStream.range(0, 20)
                        .mapToObj(i -> quotes("QP-SPREAD" + i, 1).getFirst())
                        .toList();

        publisher(kinesis).publish(quotes);

        List<List<Record>> shards =
                Eventually.seen(
                        () -> of("QP-SPREAD", shards()),
                        read -> read.stream().mapToInt(List::size).sum() >= 20);
        assertThat(shards).hasSize(2).noneMatch(List::isEmpty);
    }

    @Test
    void moreQuotesThanOneCallTakesAreAllThereOnce() {
        List<Quote> quotes = quotes("QP-MANY", 1_001);

        publisher(kinesis).publish(quotes);

        assertThat(quotes(records("QP-MANY", 1_001))).containsExactlyElementsOf(quotes);
    }

    @Test
    void recordsThatTheStreamRefusedAreSentAgainAndNoOther() {
        Refusing everyThirdAtFirst = new Refusing(kinesis, call -> call < 2);
        List<Quote> quotes = quotes("QP-PARTLY", 30);

        publisher(everyThirdAtFirst).publish(quotes);

        assertThat(quotes(records("QP-PARTLY", 30))).containsExactlyInAnyOrderElementsOf(quotes);
        assertThat(everyThirdAtFirst.sent).containsExactly(30, 10, 4);
        assertThat(pauses).hasSize(2);
    }

    @Test
    void whatIsRefusedTooOftenIsAnErrorAndTheRestIsThere() {
        Refusing always = new Refusing(kinesis, _ -> true);
        List<Quote> quotes = quotes("QP-NEVER", 3);

        assertThatThrownBy(() -> publisher(always).publish(quotes))
                .isInstanceOf(QuotesNotPublishedException.class)
                .hasMessageContaining("1 left after 5 attempts")
                .hasMessageContaining("ProvisionedThroughputExceededException=1");

        assertThat(quotes(records("QP-NEVER", 2))).containsExactlyElementsOf(quotes.subList(1, 3));
    }

    /// Refuses every third record of a call, beginning with the first, and lets the others through
    /// to the real stream; the answer has all results in their places, as Kinesis writes them.
    private static final class Refusing implements KinesisClient {
        private static final PutRecordsResultEntry REFUSED =
                PutRecordsResultEntry.builder()
                        .errorCode("ProvisionedThroughputExceededException")
                        .errorMessage("Rate exceeded for shard shardId-000000000000")
                        .build();

        private final KinesisClient real;
        private final IntPredicate refusesInCall;
        private final List<Integer> sent = new ArrayList<>();

        Refusing(KinesisClient real, IntPredicate refusesInCall) {
            this.real = real;
            this.refusesInCall = refusesInCall;
        }

        @Override
        public PutRecordsResponse putRecords(PutRecordsRequest request) {
            boolean refuses = refusesInCall.test(sent.size());
            sent.add(request.records().size());
            List<PutRecordsResultEntry> results =
                    new ArrayList<>(Collections.nCopies(request.records().size(), REFUSED));
            List<Integer> taken =
                    IntStream.range(0, request.records().size())
                            .filter(i -> !refuses || i % 3 != 0)
                            .boxed()
                            .toList();
            if (!taken.isEmpty()) {
                PutRecordsResponse answer =
                        real.putRecords(
                                request.toBuilder()
                                        .records(
                                                taken.stream().map(request.records()::get).toList())
                                        .build());
                for (int i = 0; i < taken.size(); i++) {
                    results.set(taken.get(i), answer.records().get(i));
                }
            }
            return PutRecordsResponse.builder()
                    .failedRecordCount(results.size() - taken.size())
                    .records(results)
                    .build();
        }

        @Override
        public String serviceName() {
            return real.serviceName();
        }

        @Override
        public void close() {
            // The real one belongs to whoever made it.
        }
    }

    private QuotePublisher publisher(KinesisClient client) {
        return new QuotePublisher(client, stream, pauses::add, RandomGenerator.getDefault());
    }

    /// What came into the stream since the test began, when there are so many with that symbol.
    private List<Record> records(String symbol, int count) {
        return Eventually.seen(
                        this::shards,
                        read -> of(symbol, read).stream().mapToInt(List::size).sum() >= count)
                .stream()
                .flatMap(List::stream)
                .filter(record -> record.partitionKey().equals(symbol))
                .toList();
    }

    private static List<List<Record>> of(String symbol, List<List<Record>> shards) {
        return shards.stream()
                .map(records ->
                        records.stream()
                                .filter(record -> record.partitionKey().startsWith(symbol))
                                .toList())
                .toList();
    }

    private static List<Quote> quotes(List<Record> records) {
        return records.stream().map(record -> QuoteJson.read(record.data().asByteArray())).toList();
    }

    /// What each shard got since the test began.
    private List<List<Record>> shards() {
        readers.forEach(Reader::readOn);
        return readers.stream().map(reader -> List.copyOf(reader.records)).toList();
    }

    /// Reads one shard from its end at the start of the test.
    private final class Reader {
        private final List<Record> records = new ArrayList<>();
        private String next;

        Reader(Shard shard) {
            next =
                    kinesis.getShardIterator(get ->
                                    get.streamName(stream)
                                            .shardId(shard.shardId())
                                            .shardIteratorType(ShardIteratorType.LATEST))
                            .shardIterator();
        }

        void readOn() {
            GetRecordsResponse page;
            do {
                String from = next;
                page = kinesis.getRecords(get -> get.shardIterator(from));
                records.addAll(page.records());
                next = page.nextShardIterator();
            } while (!page.records().isEmpty());
        }
    }

    private static List<Quote> quotes(String symbol, int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        Quote.of(
                                Symbol.of(symbol),
                                new BigDecimal("1"),
                                new BigDecimal("2.5"),
                                new BigDecimal("1"),
                                new BigDecimal("2.25"),
                                new BigDecimal("1"),
                                5,
                                OPEN.plusSeconds(30L * i),
                                Provider.YAHOO,
                                "composite"))
                .toList();
    }
}
