package dev.bellwether.localstack.readback;

import java.util.List;
import java.util.Optional;

/// What LocalStack does not carry of our templates: the one list of it. A property that is read
/// back as another and is not here fails the suite; so does one that is here and is carried.
final class NotCarried {
    /// How it shows.
    enum Shows {
        /// It is absent or another when it is read.
        AS_A_DIFFERENCE,
        /// It reads the same, but only because what we declare is what LocalStack has for a
        /// default: another value would read like ours.
        WITH_ANOTHER_VALUE_ONLY
    }

    /// An entry of the list.
    ///
    /// @param path a property with all below it; `*` for a resource of which nothing is there
    /// @param why what LocalStack does
    /// @param staticChecks the tests that hold the property instead: a method, or a class of which
    ///   each property has one
    record Entry(String type, String path, Shows shows, String why, List<String> staticChecks) {
        boolean covers(Property property) {
            return property.isWithin(type, path);
        }
    }

    private static final String DATA = "dev.bellwether.infra.DataStackTest";
    private static final String PIPELINE = "dev.bellwether.infra.PipelineStackTest";
    private static final String TABLES = "dev.bellwether.infra.LakeTablesTemplateTest";
    private static final String TAGS =
            "dev.bellwether.infra.AssemblyTest#everythingThatTakesTagsSaysWhichProjectItBelongsTo";
    private static final String PHANTOM = "accepted and not made: this LocalStack has no %s";

    private static final List<Entry> ENTRIES =
            List.of(
                    phantom("AWS::Athena::NamedQuery", "Athena", DATA),
                    phantom("AWS::Athena::WorkGroup", "Athena", DATA, TAGS),
                    phantom("AWS::Glue::Database", "Glue", DATA, TABLES),
                    phantom("AWS::Glue::Table", "Glue", DATA, TABLES),
                    phantom("AWS::Glue::Job", "Glue", "dev.bellwether.infra.LakeEtlTest"),
                    dropped("AWS::CloudWatch::Alarm", "Tags", "dropped", TAGS),
                    dropped(
                            "AWS::DynamoDB::Table",
                            "PointInTimeRecoverySpecification",
                            "dropped: recovery reads DISABLED",
                            DATA + "#theTableStreamsBothImagesForgetsExpiredItemsAndCanBeRestored"),
                    dropped("AWS::Events::Rule", "Tags", "dropped", TAGS),
                    byDefault(
                            "AWS::Kinesis::Stream",
                            "RetentionPeriodHours",
                            "dropped: reads 24 whatever is declared",
                            DATA + "#theStreamIsOneEncryptedShardKeptForADay"),
                    dropped(
                            "AWS::Kinesis::Stream",
                            "StreamEncryption",
                            "dropped: encryption reads NONE",
                            DATA + "#theStreamIsOneEncryptedShardKeptForADay"),
                    dropped("AWS::Kinesis::Stream", "Tags", "dropped", TAGS),
                    dropped(
                            "AWS::Lambda::Function",
                            "ReservedConcurrentExecutions",
                            "dropped: the function has no reserved concurrency",
                            PIPELINE + "#onlyTheWriterOfDailyBarsAndTheDigestAreKeptToOneAtATime"),
                    dropped(
                            "AWS::Logs::LogGroup",
                            "RetentionInDays",
                            "dropped: logs are kept for ever",
                            PIPELINE + "#everyFunctionIsJava25OnArmAndLogsJsonForTwoWeeks"),
                    dropped("AWS::Logs::LogGroup", "Tags", "dropped", TAGS),
                    byDefault(
                            "AWS::S3::Bucket",
                            "BucketEncryption",
                            "dropped: reads AES256 whatever is declared",
                            DATA + "#bothBucketsAreClosedEncryptedAndOutliveTheStack"),
                    dropped(
                            "AWS::S3::Bucket",
                            "LifecycleConfiguration",
                            "dropped: there are no rules",
                            DATA
                                    + "#theLakeKeepsOldVersionsForAMonthQueryResultsForAWeekAndTrainingSetsForFive",
                            DATA + "#givenUpRecordsExpire"),
                    byDefault(
                            "AWS::S3::Bucket",
                            "PublicAccessBlockConfiguration",
                            "dropped: reads all true whatever is declared",
                            DATA + "#bothBucketsAreClosedEncryptedAndOutliveTheStack"));

    private NotCarried() {}

    static List<Entry> entries() {
        return ENTRIES;
    }

    static Optional<Entry> find(Property property) {
        return ENTRIES.stream().filter(entry -> entry.covers(property)).findFirst();
    }

    private static Entry phantom(String type, String service, String... staticChecks) {
        return dropped(type, "*", PHANTOM.formatted(service), staticChecks);
    }

    private static Entry dropped(String type, String path, String why, String... staticChecks) {
        return new Entry(type, path, Shows.AS_A_DIFFERENCE, why, List.of(staticChecks));
    }

    private static Entry byDefault(String type, String path, String why, String... staticChecks) {
        return new Entry(type, path, Shows.WITH_ANOTHER_VALUE_ONLY, why, List.of(staticChecks));
    }
}
