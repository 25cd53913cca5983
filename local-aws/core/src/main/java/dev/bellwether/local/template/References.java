package dev.bellwether.local.template;

import java.util.Optional;

/// What `Ref` and `Fn::GetAtt` give for a resource that exists here under a physical name.
///
/// The values are those of the type's "Return values" in
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html>,
/// with this machine's region and account.
final class References {
    private References() {}

    static String ref(String type, String name) {
        return switch (type) {
            case "AWS::SNS::Topic",
                    "AWS::IAM::ManagedPolicy",
                    "AWS::Lambda::Version",
                    "AWS::Lambda::Alias" ->
                    arn(type, name).orElse(name);
            case "AWS::SQS::Queue" -> queueUrl(name);
            default -> name;
        };
    }

    static Optional<String> attribute(String type, String name, String attribute) {
        return switch (type + "." + attribute) {
            case "AWS::SQS::Queue.QueueName", "AWS::SNS::Topic.TopicName" -> Optional.of(name);
            case "AWS::SQS::Queue.QueueUrl" -> Optional.of(queueUrl(name));
            // The label is the engine's to choose; whoever polls asks the engine for the table's
            // latest stream.
            case "AWS::DynamoDB::Table.StreamArn", "AWS::DynamoDB::GlobalTable.StreamArn" ->
                    arn(type, name).map(table -> table + "/stream/latest");
            case "AWS::S3::Bucket.DomainName" -> Optional.of(name + ".s3.amazonaws.com");
            case "AWS::S3::Bucket.RegionalDomainName" ->
                    Optional.of(name + ".s3." + Arn.LOCAL_REGION + ".amazonaws.com");
            case "AWS::Lambda::Version.Version" -> Optional.of("1");
            case "AWS::IAM::Role.RoleId" -> Optional.of("AROALOCAL" + name);
            default ->
                    switch (attribute) {
                        case "Arn", "TopicArn", "FunctionArn", "AliasArn" -> arn(type, name);
                        default -> Optional.empty();
                    };
        };
    }

    private static Optional<String> arn(String type, String name) {
        Arn arn =
                switch (type) {
                    case "AWS::Lambda::Function", "AWS::Lambda::Version", "AWS::Lambda::Alias" ->
                            Arn.local("lambda", "function:" + name);
                    case "AWS::Scheduler::Schedule" ->
                            Arn.local("scheduler", "schedule/default/" + name);
                    case "AWS::Scheduler::ScheduleGroup" ->
                            Arn.local("scheduler", "schedule-group/" + name);
                    case "AWS::Events::Rule" -> Arn.local("events", "rule/" + name);
                    case "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable" ->
                            Arn.local("dynamodb", "table/" + name);
                    case "AWS::Kinesis::Stream" -> Arn.local("kinesis", "stream/" + name);
                    case "AWS::SQS::Queue" -> Arn.local("sqs", name);
                    case "AWS::SNS::Topic" -> Arn.local("sns", name);
                    case "AWS::S3::Bucket" -> new Arn("aws", "s3", "", "", name);
                    case "AWS::IAM::Role" ->
                            new Arn("aws", "iam", "", Arn.LOCAL_ACCOUNT, "role/" + name);
                    case "AWS::IAM::ManagedPolicy" ->
                            new Arn("aws", "iam", "", Arn.LOCAL_ACCOUNT, "policy/" + name);
                    case "AWS::Logs::LogGroup" -> Arn.local("logs", "log-group:" + name + ":*");
                    case "AWS::Glue::Job" -> Arn.local("glue", "job/" + name);
                    case "AWS::Athena::WorkGroup" -> Arn.local("athena", "workgroup/" + name);
                    default -> null;
                };
        return Optional.ofNullable(arn).map(Arn::toString);
    }

    private static String queueUrl(String name) {
        return "https://sqs.%s.amazonaws.com/%s/%s"
                .formatted(Arn.LOCAL_REGION, Arn.LOCAL_ACCOUNT, name);
    }
}
