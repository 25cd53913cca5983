package dev.bellwether.local.template;

/// Where a mapping reads from.
public sealed interface EventSource {
    /// The ARN as the template has it, for events and failure messages.
    String arn();

    record KinesisStream(String streamName, String arn) implements EventSource {}

    /// The change stream of a table; the engine tells its real ARN, `LatestStreamArn` of
    /// DescribeTable.
    record TableStream(String tableName, String arn) implements EventSource {}

    record SqsQueue(String queueName, String arn) implements EventSource {}
}
