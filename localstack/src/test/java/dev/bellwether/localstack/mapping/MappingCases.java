package dev.bellwether.localstack.mapping;

import static dev.bellwether.localstack.mapping.Answer.HANGS;
import static dev.bellwether.localstack.mapping.Answer.THROWS;
import static dev.bellwether.localstack.mapping.Answer.body;
import static dev.bellwether.localstack.mapping.Answer.reports;
import static dev.bellwether.localstack.mapping.CaseBuilder.queue;
import static dev.bellwether.localstack.mapping.CaseBuilder.stream;
import static dev.bellwether.localstack.mapping.CaseBuilder.table;

import dev.bellwether.localstack.mapping.MappingCase.Destination;
import java.time.Duration;
import java.util.List;

/// The table. Each case is what a page of AWS's documentation says, not what either side does.
///
/// Records are put before there is a mapping wherever it matters which of them are in a batch.
/// `poison` is a record that the function never takes.
final class MappingCases {
    private static final String GUIDE = "https://docs.aws.amazon.com/lambda/latest/dg/";
    private static final String BATCHING =
            GUIDE + "invocation-eventsourcemapping.html#invocation-eventsourcemapping-batching";
    private static final String POSITIONS = GUIDE + "services-kinesis-create.html";
    private static final String TABLE_POSITIONS =
            GUIDE + "services-dynamodb-eventsourcemapping.html";
    private static final String REPORTS = GUIDE + "services-kinesis-batchfailurereporting.html";
    private static final String TABLE_REPORTS = GUIDE + "services-ddb-batchfailurereporting.html";
    private static final String FAILURES = GUIDE + "kinesis-on-failure-destination.html";
    private static final String TABLE_FAILURES = GUIDE + "services-dynamodb-errors.html";
    private static final String FILTERS = GUIDE + "with-kinesis-filtering.html";
    private static final String FILTERED_BATCHES = GUIDE + "invocation-eventfiltering.html";
    private static final String TABLE_FILTERS = GUIDE + "with-ddb-filtering.html";
    private static final String STREAMS = GUIDE + "with-kinesis.html";
    private static final String QUEUES = GUIDE + "services-sqs-errorhandling.html";
    private static final String QUEUE_EVENTS = GUIDE + "with-sqs.html";
    private static final String QUEUE_FILTERS = GUIDE + "with-sqs-filtering.html";
    private static final String DEAD_LETTERS =
            "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html";

    private static final String QUOTES = "{\"data\":{\"kind\":[\"quote\"]}}";

    static final List<MappingCase> ALL =
            List.of(
                    // How batches are made.
                    stream("batch-size")
                            .says("a batch has at most BatchSize records", BATCHING)
                            .batchSize(3)
                            .put("a b c d e f g")
                            .open()
                            .expect("a b c | d e f | g"),
                    table("batch-size")
                            .says("a batch has at most BatchSize records", BATCHING)
                            .batchSize(3)
                            .put("a b c d e")
                            .open()
                            .expect("a b c | d e"),
                    stream("window")
                            .says(
                                    "a full batch does not wait; what comes in the window after it is gathered",
                                    BATCHING)
                            .batchSize(3)
                            .window(6)
                            .put("a b c")
                            .open()
                            .awaitInvocations(1)
                            .put("d")
                            .put("e")
                            .expect("a b c | d e"),
                    stream("two-shards")
                            .says(
                                    "a batch is from one shard, and a failing one holds up no other shard",
                                    STREAMS)
                            .shards(2)
                            .retries(2)
                            .times(2, "b", THROWS)
                            .put("a c@1 b d@1")
                            .open()
                            .expect("a b | a b | a b | c d"),

                    // Where reading begins.
                    stream("latest")
                            .says("LATEST leaves out what was there before", POSITIONS)
                            .startingPosition("LATEST")
                            .put("old")
                            .open()
                            .put("new")
                            .expect("new"),
                    table("latest")
                            .says("LATEST leaves out what was there before", TABLE_POSITIONS)
                            .startingPosition("LATEST")
                            .put("old")
                            .open()
                            .put("new")
                            .expect("new"),

                    // Reports of failed records.
                    stream("report-first")
                            .says("a report of the first record retries all", REPORTS)
                            .reporting()
                            .retries(1)
                            .on("poison", reports("poison"))
                            .put("poison b c")
                            .open()
                            .expect(
                                    "poison b c | poison b c",
                                    "poison b c: RetryAttemptsExhausted"),
                    stream("report-middle")
                            .says("what is before the reported record is done with", REPORTS)
                            .reporting()
                            .retries(1)
                            .on("poison", reports("poison"))
                            .put("a b poison d")
                            .open()
                            .expect("a b poison d | poison d", "poison d: RetryAttemptsExhausted"),
                    stream("report-last")
                            .says("what is before the reported record is done with", REPORTS)
                            .reporting()
                            .retries(1)
                            .on("poison", reports("poison"))
                            .put("a b poison")
                            .open()
                            .expect("a b poison | poison", "poison: RetryAttemptsExhausted"),
                    stream("report-several")
                            .says("of several the lowest sequence number counts", REPORTS)
                            .reporting()
                            .retries(1)
                            .once("b", reports("d", "b"))
                            .put("a b c d")
                            .open()
                            .expect("a b c d | b c d"),
                    stream("report-not-asked-for")
                            .says(
                                    "without ReportBatchItemFailures a report is not processed",
                                    REPORTS)
                            .retries(1)
                            .on("b", reports("b"))
                            .put("a b c")
                            .open()
                            .expect("a b c"),
                    table("report-middle")
                            .says("what is before the reported record is done with", TABLE_REPORTS)
                            .reporting()
                            .retries(1)
                            .on("poison", reports("poison"))
                            .put("a b poison d")
                            .open()
                            .expect("a b poison d | poison d", "poison d: RetryAttemptsExhausted"),

                    // Other answers, where reports are asked for.
                    stream("answers-of-success")
                            .says(
                                    "an empty or null list and an empty or null answer are a success",
                                    REPORTS)
                            .reporting()
                            .batchSize(1)
                            .retries(1)
                            .on("nothing", body(""))
                            .on("null", body("null"))
                            .on("object", body("{}"))
                            .on("empty-list", body("{\"batchItemFailures\":[]}"))
                            .on("null-list", body("{\"batchItemFailures\":null}"))
                            .put("nothing null object empty-list null-list")
                            .open()
                            .expect("nothing | null | object | empty-list | null-list"),
                    stream("answers-of-failure")
                            .says(
                                    "an empty or null identifier and a bad key name are a complete failure, and so is all that is not a success",
                                    REPORTS)
                            .reporting()
                            .batchSize(1)
                            .retries(1)
                            .once(
                                    "empty",
                                    body("{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}"))
                            .once(
                                    "null",
                                    body("{\"batchItemFailures\":[{\"itemIdentifier\":null}]}"))
                            .once(
                                    "bad-key",
                                    body("{\"batchItemFailures\":[{\"identifier\":\"1\"}]}"))
                            .once(
                                    "unknown",
                                    body("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}"))
                            .put("empty null bad-key unknown")
                            .open()
                            .expect(
                                    "empty | empty | null | null | bad-key | bad-key | unknown | unknown"),
                    stream("answer-malformed")
                            .says("all that is not a success is a complete failure", REPORTS)
                            .reporting()
                            .retries(1)
                            .once("b", body("{\"batchItemFailures\":["))
                            .put("a b")
                            .open()
                            .expect("a b | a b"),
                    stream("throw-with-reports")
                            .says("a failed invocation fails the whole batch", REPORTS)
                            .reporting()
                            .retries(1)
                            .on("poison", THROWS)
                            .put("a poison")
                            .open()
                            .expect("a poison | a poison", "a poison: RetryAttemptsExhausted"),

                    // Retries.
                    stream("throw")
                            .says(
                                    "a failing batch is tried until its retries are used up, and then those behind it",
                                    FAILURES)
                            .batchSize(3)
                            .retries(2)
                            .documented()
                            .on("poison", THROWS)
                            .put("a poison c d e")
                            .open()
                            .expect(
                                    "a poison c | a poison c | a poison c | d e",
                                    "a poison c: RetryAttemptsExhausted"),
                    table("throw")
                            .says(
                                    "a failing batch is tried until its retries are used up, and then those behind it",
                                    TABLE_FAILURES)
                            .batchSize(2)
                            .retries(1)
                            .documented()
                            .on("poison", THROWS)
                            .put("a poison c")
                            .open()
                            .expect("a poison | a poison | c", "a poison: RetryAttemptsExhausted"),
                    stream("no-retries")
                            .says("with MaximumRetryAttempts 0 nothing is tried again", FAILURES)
                            .batchSize(1)
                            .retries(0)
                            .on("poison", THROWS)
                            .put("a poison c")
                            .open()
                            .expect("a | poison | c", "poison: RetryAttemptsExhausted"),
                    stream("endless-retries")
                            .says("by default a batch is tried until it is taken", FAILURES)
                            .batchSize(2)
                            .times(3, "b", THROWS)
                            .put("a b c")
                            .open()
                            .expect("a b | a b | a b | a b | c"),
                    stream("time-out")
                            .says("a function that times out has failed", FAILURES)
                            .batchSize(1)
                            .retries(1)
                            .slow()
                            .on("poison", HANGS)
                            .put("poison b")
                            .open()
                            .expect("poison | poison | b", "poison: RetryAttemptsExhausted"),

                    // Bisecting.
                    stream("bisect-first")
                            .says(
                                    "a failed batch is split in two, which uses up no retries",
                                    FAILURES)
                            .bisecting()
                            .retries(1)
                            .on("poison", THROWS)
                            .put("poison b c d")
                            .open()
                            .expect(
                                    "poison b c d | poison b | poison | poison | b | c d",
                                    "poison: RetryAttemptsExhausted"),
                    stream("bisect-middle")
                            .says(
                                    "a failed batch is split in two, which uses up no retries",
                                    FAILURES)
                            .bisecting()
                            .retries(1)
                            .on("poison", THROWS)
                            .put("a poison c d")
                            .open()
                            .expect(
                                    "a poison c d | a poison | a | poison | poison | c d",
                                    "poison: RetryAttemptsExhausted"),
                    stream("bisect-last")
                            .says(
                                    "a failed batch is split in two, which uses up no retries",
                                    FAILURES)
                            .bisecting()
                            .retries(1)
                            .on("poison", THROWS)
                            .put("a b c poison")
                            .open()
                            .expect(
                                    "a b c poison | a b | c poison | c | poison | poison",
                                    "poison: RetryAttemptsExhausted"),
                    stream("bisect-at-report")
                            .says(
                                    "a batch is split at the reported record and only the rest is tried again; splitting uses up no retries",
                                    REPORTS)
                            .bisecting()
                            .reporting()
                            .retries(0)
                            .once("c", reports("c"))
                            .put("a b c d")
                            .open()
                            .expect("a b c d | c d"),
                    table("bisect-middle")
                            .says(
                                    "a failed batch is split in two, which uses up no retries",
                                    TABLE_FAILURES)
                            .bisecting()
                            .retries(0)
                            .on("poison", THROWS)
                            .put("a poison c d")
                            .open()
                            .expect(
                                    "a poison c d | a poison | a | poison | c d",
                                    "poison: RetryAttemptsExhausted"),

                    // Age, and where what is given up goes.
                    stream("record-age")
                            .says("records older than the maximum age are not sent", FAILURES)
                            .age(60)
                            .put("a b")
                            .letPass(Duration.ofSeconds(61))
                            .open()
                            .expect("", "a b: RecordAgeExceeded"),
                    stream("destination-queue")
                            .says("a queue gets the metadata", FAILURES)
                            .retries(0)
                            .documented()
                            .destination(Destination.QUEUE)
                            .on("poison", THROWS)
                            .put("poison b")
                            .open()
                            .expect("poison b", "poison to b: RetryAttemptsExhausted"),
                    stream("no-destination")
                            .says("without a destination what is given up is gone", FAILURES)
                            .batchSize(1)
                            .retries(0)
                            .destination(Destination.NONE)
                            .on("poison", THROWS)
                            .put("poison b")
                            .open()
                            .expect("poison | b"),

                    // Filters.
                    stream("filter")
                            .says(
                                    "records whose data match are sent, those that are no JSON are dropped",
                                    FILTERS)
                            .filter(QUOTES)
                            .put("a x/trade b y/text c")
                            .open()
                            .expect("a b c"),
                    stream("filter-keeps-data")
                            .says("a record that passes the filter is sent as it was put", FILTERS)
                            .filter("{\"data\":{\"kind\":[\"compact\",\"quote\"]}}")
                            .put("a/compact x/trade")
                            .open()
                            .expect("a"),
                    stream("filter-before-batch")
                            .says(
                                    "the filter decides whether a record joins the batch",
                                    FILTERED_BATCHES)
                            .batchSize(2)
                            .window(3)
                            .filter(QUOTES)
                            .put("a x/trade y/trade b c z/trade d")
                            .open()
                            .expect("a b | c d"),
                    table("filter")
                            .says("filters see eventName and the new image", TABLE_FILTERS)
                            .filter(
                                    "{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"NewImage\":{\"kind\":{\"S\":[\"quote\"]}}}}")
                            .put("a x/trade b a/other")
                            .open()
                            .expect("a b"),

                    // Queues, which promise no order.
                    queue("report")
                            .says("only reported messages come again", QUEUES)
                            .reporting()
                            .on("poison", reports("poison"))
                            .put("a poison c")
                            .open()
                            .expect("a 1x | c 1x | poison 2x", "poison"),
                    queue("throw")
                            .says(
                                    "all messages of a failed batch come again; after maxReceiveCount they are dead letters",
                                    DEAD_LETTERS)
                            .on("a", THROWS)
                            .on("poison", THROWS)
                            .put("a poison")
                            .open()
                            .expect("a 2x | poison 2x", "a | poison"),
                    queue("answers-of-success")
                            .says(
                                    "an empty or null list and an empty or null answer are a success",
                                    QUEUES)
                            .reporting()
                            .batchSize(1)
                            .on("nothing", body(""))
                            .on("null", body("null"))
                            .on("object", body("{}"))
                            .on("null-list", body("{\"batchItemFailures\":null}"))
                            .put("nothing null object null-list")
                            .open()
                            .expect("nothing 1x | null 1x | null-list 1x | object 1x"),
                    queue("answers-of-failure")
                            .says(
                                    "an empty, null or unknown identifier and a bad key name are a complete failure",
                                    QUEUES)
                            .reporting()
                            .batchSize(1)
                            .once(
                                    "empty",
                                    body("{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}"))
                            .once(
                                    "null",
                                    body("{\"batchItemFailures\":[{\"itemIdentifier\":null}]}"))
                            .once(
                                    "bad-key",
                                    body("{\"batchItemFailures\":[{\"identifier\":\"1\"}]}"))
                            .once(
                                    "unknown",
                                    body("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}"))
                            .put("empty null bad-key unknown")
                            .open()
                            .expect("bad-key 2x | empty 2x | null 2x | unknown 2x"),
                    queue("answer-malformed")
                            .says("an answer that is no JSON is a complete failure", QUEUES)
                            .reporting()
                            .once("a", body("{\"batchItemFailures\":["))
                            .put("a")
                            .open()
                            .expect("a 2x"),
                    queue("time-out")
                            .says("the messages of a function that timed out come again", QUEUES)
                            .slow()
                            .once("a", HANGS)
                            .put("a")
                            .open()
                            .expect("a 2x"),
                    queue("body")
                            .says("a message's body is sent as it was put", QUEUE_EVENTS)
                            .put("a/compact b/text")
                            .open()
                            .expect("a 1x | b 1x"),
                    queue("filter")
                            .says("messages that do not match are deleted", QUEUE_FILTERS)
                            .filter("{\"body\":{\"kind\":[\"quote\"]}}")
                            .put("a x/trade b")
                            .open()
                            .expect("a 1x | b 1x"));

    private MappingCases() {}
}
