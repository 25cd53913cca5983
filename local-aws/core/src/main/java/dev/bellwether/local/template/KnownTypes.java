package dev.bellwether.local.template;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which resource types run here, and which are knowingly left out and why; any other type is an
/// error.
final class KnownTypes {
    private static final Set<String> RUN =
            Set.of(
                    "AWS::Lambda::Function",
                    "AWS::Lambda::EventSourceMapping",
                    "AWS::Lambda::EventInvokeConfig",
                    "AWS::Lambda::Version",
                    "AWS::Lambda::Alias",
                    "AWS::Scheduler::Schedule",
                    "AWS::Events::Rule",
                    "AWS::DynamoDB::Table",
                    "AWS::DynamoDB::GlobalTable",
                    "AWS::Kinesis::Stream",
                    "AWS::SQS::Queue",
                    "AWS::S3::Bucket",
                    "AWS::SNS::Topic",
                    "AWS::SNS::Subscription",
                    "AWS::Glue::Database",
                    "AWS::Glue::Table",
                    "AWS::Glue::Job",
                    "AWS::Athena::WorkGroup",
                    "AWS::SSM::Parameter");

    private static final String NO_RIGHTS =
            "rights are not enforced here; a test of its own proves them";
    private static final String NO_LOGS = "functions log to files of the state folder";

    private static final Map<String, String> LEFT_OUT =
            Map.ofEntries(
                    Map.entry("AWS::IAM::Role", NO_RIGHTS),
                    Map.entry("AWS::IAM::Policy", NO_RIGHTS),
                    Map.entry("AWS::IAM::ManagedPolicy", NO_RIGHTS),
                    Map.entry("AWS::Lambda::Permission", NO_RIGHTS),
                    Map.entry("AWS::S3::BucketPolicy", NO_RIGHTS),
                    Map.entry("AWS::SQS::QueuePolicy", NO_RIGHTS),
                    Map.entry("AWS::SNS::TopicPolicy", NO_RIGHTS),
                    Map.entry("AWS::Logs::LogGroup", NO_LOGS),
                    Map.entry("AWS::Logs::MetricFilter", NO_LOGS),
                    Map.entry("AWS::CDK::Metadata", "tells AWS which constructs were used"),
                    Map.entry(
                            "AWS::Scheduler::ScheduleGroup",
                            "only groups schedules in the console"),
                    Map.entry(
                            "AWS::Athena::NamedQuery",
                            "a saved text; the .sql files are run directly"),
                    Map.entry(
                            "AWS::Glue::SecurityConfiguration",
                            "nothing is encrypted at rest in the state folder"),
                    Map.entry(
                            "AWS::Glue::Crawler", "declares what the declared tables say already"),
                    Map.entry("AWS::CloudWatch::Alarm", "no metrics are collected here"),
                    Map.entry("AWS::CloudWatch::Dashboard", "no metrics are collected here"),
                    Map.entry("AWS::Budgets::Budget", "nothing is billed here"));

    private KnownTypes() {}

    static boolean isRun(String type) {
        return RUN.contains(type);
    }

    /// Why resources of this type are not run.
    static Optional<String> reasonToLeaveOut(String type) {
        return Optional.ofNullable(LEFT_OUT.get(type));
    }
}
