package dev.bellwether.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.aws.DiffersOn;
import dev.bellwether.aws.Eventually;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

@AwsContract
final class StreamContract {
    private static final String SHARD = "shardId-000000000000";

    private final KinesisClient kinesis;
    private final String stream;
    private final String bulk;

    StreamContract(AwsUnderTest aws) {
        kinesis = aws.kinesis();
        stream = aws.ref(Declared.STREAM);
        bulk = aws.ref(Declared.BULK_STREAM);
    }

    @Test
    void theStreamHasTheDeclaredShards() {
        assertThat(kinesis.listShards(list -> list.streamName(stream)).shards()).hasSize(2);
        assertThat(kinesis.listShards(list -> list.streamName(bulk)).shards()).hasSize(1);
        assertThat(
                        kinesis.describeStreamSummary(describe -> describe.streamName(stream))
                                .streamDescriptionSummary()
                                .retentionPeriodHours())
                .isEqualTo(24);
    }

    @Test
    void readingGoesOnAfterASequenceNumber() {
        PutRecordsResponse answer = put(stream, List.of(entry(1), entry(1), entry(1)));
        PutRecordsResultEntry second = answer.records().get(1);

        String after =
                kinesis.getShardIterator(get ->
                                get.streamName(stream)
                                        .shardId(second.shardId())
                                        .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                                        .startingSequenceNumber(second.sequenceNumber()))
                        .shardIterator();

        assertThat(
                        Eventually.seen(
                                () -> kinesis.getRecords(get -> get.shardIterator(after)).records(),
                                records -> !records.isEmpty()))
                .extracting(Record::sequenceNumber)
                .first()
                .isEqualTo(answer.records().get(2).sequenceNumber());
    }

    @Test
    @DiffersOn(
            value = {"local-aws", "localstack"},
            how = "kinesis-local takes them; QuotePublisherTest holds our calls to 500 records",
            source = "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html")
    void aCallOfMoreThan500RecordsIsRefusedWhole() {
        assertThatThrownBy(() -> put(stream, Collections.nCopies(501, entry(1))))
                .isInstanceOfSatisfying(
                        KinesisException.class,
                        refused -> assertThat(refused.statusCode()).isEqualTo(400));
    }

    @Test
    void anUnknownStreamIsNotFound() {
        assertThatThrownBy(() -> put("never-declared", List.of(entry(1))))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    @DiffersOn(
            value = {"local-aws", "localstack"},
            how =
                    "both run kinesis-local, which has no limit of throughput; QuotePublisherContract"
                            + " refuses records on the way to it",
            source = "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html")
    void moreThanAShardTakesInASecondIsRefusedRecordByRecord() {
        PutRecordsResponse answer = put(bulk, Collections.nCopies(3, entry(900_000)));

        assertThat(answer.failedRecordCount()).isBetween(1, 2);
        assertThat(answer.records())
                .extracting(PutRecordsResultEntry::errorCode)
                .contains("ProvisionedThroughputExceededException");
    }

    @Test
    void aRecordOfAFewKilobytesComesBackByteForByte() {
        comesBack(2_000);
    }

    @Test
    @DiffersOn(
            value = "local-aws",
            how =
                    "in CBOR, kinesis-local writes a record's data as text where Kinesis writes bytes, and"
                            + " the SDK fails over a long text; what reads for functions here speaks JSON",
            source = "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Record.html")
    void aLargeRecordComesBackByteForByte() {
        comesBack(40_000);
    }

    private void comesBack(int size) {
        byte[] data = new byte[size];
        new Random(size).nextBytes(data);
        PutRecordsResultEntry put = put(bulk, List.of(entry(data))).records().getFirst();
        String at =
                kinesis.getShardIterator(get ->
                                get.streamName(bulk)
                                        .shardId(SHARD)
                                        .shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER)
                                        .startingSequenceNumber(put.sequenceNumber()))
                        .shardIterator();

        List<Record> records =
                Eventually.seen(
                        () -> kinesis.getRecords(get -> get.shardIterator(at).limit(1)).records(),
                        read -> !read.isEmpty());

        assertThat(records).hasSize(1);
        assertThat(records.getFirst().data().asByteArray()).isEqualTo(data);
    }

    private PutRecordsResponse put(String streamName, List<PutRecordsRequestEntry> entries) {
        return kinesis.putRecords(put -> put.streamName(streamName).records(entries));
    }

    private static PutRecordsRequestEntry entry(int size) {
        return entry(new byte[size]);
    }

    private static PutRecordsRequestEntry entry(byte[] data) {
        return PutRecordsRequestEntry.builder()
                .partitionKey("SC-RECORD")
                .data(SdkBytes.fromByteArray(data))
                .build();
    }
}
