package dev.bellwether.localstack.readback;

import java.util.List;
import java.util.Optional;

/// Why local-aws leaves properties out of types that it runs; of other types it says so itself.
record LocalAwsLeftOut(String type, String path, String reason) {
    private static final String BILL = "tags sort a bill, and nothing is billed";
    private static final String AT_REST = "files of the state folder are the user's own";
    private static final String KEPT = "nothing in the state folder expires";
    private static final String CATALOG = "there is one account, and the text is for readers";

    static final List<LocalAwsLeftOut> ALL =
            List.of(
                    of("AWS::DynamoDB::Table", "BillingMode", "nothing is billed"),
                    of("AWS::DynamoDB::Table", "PointInTimeRecoverySpecification.*", "the state folder can be copied"),
                    of("AWS::DynamoDB::Table", "Tags.*", BILL),
                    of("AWS::Glue::Database", "CatalogId", CATALOG),
                    of("AWS::Glue::Database", "DatabaseInput.Description", CATALOG),
                    of("AWS::Glue::Table", "CatalogId", CATALOG),
                    of("AWS::Kinesis::Stream", "RetentionPeriodHours", "the engine keeps a day, as the default is"),
                    of("AWS::Kinesis::Stream", "StreamEncryption.*", AT_REST),
                    of("AWS::Kinesis::Stream", "StreamModeDetails.*", "only provisioned shards are there"),
                    of("AWS::Kinesis::Stream", "Tags.*", BILL),
                    of("AWS::Lambda::EventInvokeConfig", "Qualifier", "there is one version of a function"),
                    of("AWS::Lambda::EventSourceMapping", "Tags.*", BILL),
                    of("AWS::Lambda::Function", "Architectures[]", "functions run on the machine's own"),
                    of("AWS::Lambda::Function", "Code.S3Bucket", "the jar is taken from the assembly"),
                    of("AWS::Lambda::Function", "Description", "for readers"),
                    of("AWS::Lambda::Function", "LoggingConfig.*", "functions log to files of the state folder"),
                    of("AWS::Lambda::Function", "Tags.*", BILL),
                    of("AWS::S3::Bucket", "BucketEncryption.*", AT_REST),
                    of("AWS::S3::Bucket", "LifecycleConfiguration.*", KEPT),
                    of("AWS::S3::Bucket", "PublicAccessBlockConfiguration.*", "the engine listens on loopback only"),
                    of("AWS::S3::Bucket", "Tags.*", BILL),
                    of("AWS::S3::Bucket", "VersioningConfiguration.*", "the engine keeps no versions"),
                    of("AWS::SNS::Topic", "DisplayName", "messages go to the outbox, not to people"),
                    of("AWS::SNS::Topic", "KmsMasterKeyId", AT_REST),
                    of("AWS::SNS::Topic", "Tags.*", BILL),
                    of("AWS::SQS::Queue", "SqsManagedSseEnabled", AT_REST),
                    of("AWS::SQS::Queue", "Tags.*", BILL),
                    of("AWS::Scheduler::Schedule", "FlexibleTimeWindow.*", "schedules fire at their moment"),
                    of("AWS::Scheduler::Schedule", "Target.RoleArn", "rights are not enforced"));

    private static LocalAwsLeftOut of(String type, String path, String reason) {
        return new LocalAwsLeftOut(type, path, reason);
    }

    static Optional<String> reason(Property property) {
        return ALL.stream()
                .filter(entry -> property.isMeantBy(entry.type(), entry.path()))
                .findFirst()
                .map(LocalAwsLeftOut::reason);
    }
}
