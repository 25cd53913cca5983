package dev.bellwether.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.wire.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;

/// Counts what lies in the two streams, and what their functions say they took of it. No service
/// tells how far an event source mapping has come; the functions' own logs do.
final class StreamTally {
    private static final Pattern QUOTES_TAKEN =
            Pattern.compile("(\\d+) quotes stored and landed, (\\d+) records quarantined");
    private static final List<String> DELIVERED = List.of("bar#", "sampled#", "alert#");
    private static final Pattern CHANGES_TAKEN = Pattern.compile("(\\d+) changes seen");

    private final AwsClients clients;
    private final String quoteStream;
    private final String marketTable;
    private final String failureBucket;
    private final String quoteLog;
    private final String changeLog;

    /// Where each shard was read to, and what came so far.
    private final Map<String, String> iterators = new HashMap<>();

    private final Set<String> endedShards = new HashSet<>();
    private long quotesPut;
    private long changesMade;

    StreamTally(AwsClients clients, Deployment deployment) {
        this.clients = clients;
        quoteStream = deployment.only("AWS::Kinesis::Stream", "Quotes").physicalId();
        marketTable = deployment.only("AWS::DynamoDB::Table", "Market").physicalId();
        failureBucket = deployment.only("AWS::S3::Bucket", "Failures").physicalId();
        quoteLog = log(deployment, "StreamProcessor");
        changeLog = log(deployment, "TrendAlerts");
    }

    // LocalStack logs there whatever group the function names.
    private static String log(Deployment deployment, String function) {
        return "/aws/lambda/" + deployment.only("AWS::Lambda::Function", function).physicalId();
    }

    /// How much came, and how much of it is done with.
    ///
    /// @param quotesTaken records that the function stored or quarantined, or was given up on
    /// @param changesTaken changes that the function saw, or was given up on
    record Count(long quotesPut, long quotesTaken, long changesMade, long changesTaken) {
        boolean isDone() {
            return quotesTaken >= quotesPut && changesTaken >= changesMade;
        }

        @Override
        public String toString() {
            return "%,d of %,d quotes and %,d of %,d changes"
                    .formatted(quotesTaken, quotesPut, changesTaken, changesMade);
        }
    }

    /// Reads on to the ends of the streams and of the logs.
    Count count() {
        // What was taken is asked first: a record that comes in between is not missed.
        long quotesTaken = taken(quoteLog, QUOTES_TAKEN) + givenUp("KinesisBatchInfo");
        long changesTaken = taken(changeLog, CHANGES_TAKEN) + givenUp("DDBStreamBatchInfo");
        readQuotes();
        readChanges();
        return new Count(quotesPut, quotesTaken, changesMade, changesTaken);
    }

    private long taken(String logGroup, Pattern words) {
        boolean exists =
                clients
                        .logs()
                        .describeLogGroupsPaginator(list -> list.logGroupNamePrefix(logGroup))
                        .logGroups()
                        .stream()
                        .anyMatch(group -> group.logGroupName().equals(logGroup));
        if (!exists) {
            return 0; // it has not been invoked yet
        }
        return clients
                .logs()
                .filterLogEventsPaginator(filter -> filter.logGroupName(logGroup))
                .events()
                .stream()
                .flatMap(event -> words.matcher(event.message()).results())
                .mapToLong(StreamTally::sum)
                .sum();
    }

    private static long sum(MatchResult counts) {
        long sum = 0;
        for (int group = 1; group <= counts.groupCount(); group++) {
            sum += Long.parseLong(counts.group(group));
        }
        return sum;
    }

    private long givenUp(String kind) {
        return clients
                .s3()
                .listObjectsV2Paginator(list -> list.bucket(failureBucket))
                .contents()
                .stream()
                .map(object ->
                        Json.parse(
                                clients.s3()
                                        .getObjectAsBytes(
                                                get -> get.bucket(failureBucket).key(object.key()))
                                        .asByteArray()))
                .map(given -> given.path(kind))
                .filter(JsonNode::isObject)
                .mapToLong(batch -> batch.path("batchSize").asLong())
                .sum();
    }

    private void readQuotes() {
        for (var shard :
                clients.kinesis().listShards(list -> list.streamName(quoteStream)).shards()) {
            String iterator =
                    iterators.computeIfAbsent(
                            shard.shardId(),
                            id ->
                                    clients.kinesis()
                                            .getShardIterator(get ->
                                                    get.streamName(quoteStream)
                                                            .shardId(id)
                                                            .shardIteratorType("TRIM_HORIZON"))
                                            .shardIterator());
            GetRecordsResponse page;
            do {
                String from = iterator;
                page = clients.kinesis().getRecords(get -> get.shardIterator(from));
                quotesPut += page.records().size();
                iterator = page.nextShardIterator();
                iterators.put(shard.shardId(), iterator);
            } while (!page.records().isEmpty());
        }
    }

    private void readChanges() {
        var streams = clients.dynamoDbStreams();
        String arn =
                clients.dynamoDb()
                        .describeTable(describe -> describe.tableName(marketTable))
                        .table()
                        .latestStreamArn();
        for (var shard :
                streams.describeStream(describe -> describe.streamArn(arn))
                        .streamDescription()
                        .shards()) {
            String iterator =
                    iterators.computeIfAbsent(
                            shard.shardId(),
                            id ->
                                    streams.getShardIterator(get ->
                                                    get.streamArn(arn)
                                                            .shardId(id)
                                                            .shardIteratorType(
                                                                    ShardIteratorType.TRIM_HORIZON))
                                            .shardIterator());
            List<Record> records = List.of();
            while (!endedShards.contains(shard.shardId())) {
                String from = iterator;
                var page = streams.getRecords(get -> get.shardIterator(from));
                records = page.records();
                changesMade += records.stream().filter(StreamTally::isDelivered).count();
                if (page.nextShardIterator() == null) {
                    endedShards.add(shard.shardId());
                } else {
                    iterator = page.nextShardIterator();
                    iterators.put(shard.shardId(), iterator);
                }
                if (records.isEmpty()) {
                    break;
                }
            }
        }
    }

    /// As the mapping's filter has it: bars, ours too, and alerts that are new or changed.
    private static boolean isDelivered(Record change) {
        String sortKey =
                Objects.requireNonNull(change.dynamodb().keys().get("sk"), "a key without sk").s();
        return change.eventName() != OperationType.REMOVE
                && DELIVERED.stream().anyMatch(sortKey::startsWith);
    }
}
