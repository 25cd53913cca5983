package dev.bellwether.infra.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Arn;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sqs.IQueue;

/// What a role may do, action by action: the CDK's own grants give more than a function calls (the
/// grant to write objects, for one, lets it delete them).
public final class Rights {
    private Rights() {}

    /// Reading the objects below a prefix. To tell a missing object from a forbidden one needs the
    /// right to list them: without it S3 answers 403 for both.
    public static List<PolicyStatement> readObjects(IBucket bucket, String prefix) {
        return List.of(getObjects(bucket, prefix), listObjects(bucket, prefix));
    }

    /// Reading objects below these prefixes that are known to be there.
    public static PolicyStatement getObjects(IBucket bucket, String... prefixes) {
        return allow(List.of("s3:GetObject"), below(bucket, prefixes));
    }

    /// Listing the objects below a prefix.
    public static PolicyStatement listObjects(IBucket bucket, String prefix) {
        PolicyStatement statement = allow(List.of("s3:ListBucket"), bucket.getBucketArn());
        statement.addCondition("StringLike", Map.of("s3:prefix", prefix + "*"));
        return statement;
    }

    /// Deleting objects below these prefixes.
    public static PolicyStatement deleteObjects(IBucket bucket, String... prefixes) {
        return allow(List.of("s3:DeleteObject"), below(bucket, prefixes));
    }

    /// Writing objects below these prefixes.
    public static PolicyStatement writeObjects(IBucket bucket, String... prefixes) {
        return allow(List.of("s3:PutObject"), below(bucket, prefixes));
    }

    private static String[] below(IBucket bucket, String... prefixes) {
        return Arrays.stream(prefixes)
                .map(prefix -> bucket.arnForObjects(prefix + "*"))
                .toArray(String[]::new);
    }

    /// Keeping what a stream's function gave up on: Lambda writes it with the function's role,
    /// below `aws/lambda/`.
    /// docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
    static List<PolicyStatement> keepFailures(IBucket bucket) {
        return List.of(
                allow(List.of("s3:PutObject"), bucket.arnForObjects("aws/lambda/*")),
                // Lambda lists the bucket itself, without a prefix.
                allow(List.of("s3:ListBucket"), bucket.getBucketArn()));
    }

    /// These actions on the table's items.
    public static PolicyStatement items(ITable table, String... actions) {
        return allow(
                Arrays.stream(actions).map(action -> "dynamodb:" + action).toList(),
                table.getTableArn());
    }

    /// Reading the changes of a table.
    static List<PolicyStatement> readChanges(ITable table) {
        return List.of(
                allow(
                        List.of(
                                "dynamodb:DescribeStream",
                                "dynamodb:GetRecords",
                                "dynamodb:GetShardIterator"),
                        Objects.requireNonNull(table.getTableStreamArn())),
                // Asked for by table, when no stream is named yet.
                allow(List.of("dynamodb:ListStreams"), table.getTableArn() + "/stream/*"));
    }

    /// Reading a stream.
    static PolicyStatement readStream(IStream stream) {
        return allow(
                List.of(
                        "kinesis:DescribeStream",
                        "kinesis:DescribeStreamSummary",
                        "kinesis:GetRecords",
                        "kinesis:GetShardIterator",
                        "kinesis:ListShards"),
                stream.getStreamArn());
    }

    /// Writing batches to a stream.
    public static PolicyStatement putRecords(IStream stream) {
        return allow(List.of("kinesis:PutRecords"), stream.getStreamArn());
    }

    /// Taking messages from a queue.
    static PolicyStatement takeMessages(IQueue queue) {
        return allow(
                List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
                queue.getQueueArn());
    }

    /// Publishing to a topic.
    public static PolicyStatement publish(ITopic topic) {
        return allow(List.of("sns:Publish"), topic.getTopicArn());
    }

    /// Reading one parameter. A SecureString under the key that AWS keeps for SSM needs no right to
    /// decrypt: that key's own policy lets in whoever may read the parameter.
    public static PolicyStatement readParameter(Stack stack, String name) {
        return allow(
                List.of("ssm:GetParameter"),
                Arn.format(
                        ArnComponents.builder()
                                .service("ssm")
                                .resource("parameter")
                                .resourceName(name.substring(1))
                                .arnFormat(ArnFormat.SLASH_RESOURCE_NAME)
                                .build(),
                        stack));
    }

    /// These actions on these resources.
    public static PolicyStatement allow(List<String> actions, String... resources) {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(List.of(resources))
                .build();
    }
}
