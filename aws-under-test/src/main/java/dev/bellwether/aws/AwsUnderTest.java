package dev.bellwether.aws;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/// Something that says it behaves as AWS does, with the resources of [Declared] in it.
///
/// One is shared by all contracts of a run, so each contract keeps to keys and names of its own.
public interface AwsUnderTest extends AutoCloseable {
    /// Its object store.
    S3Client s3();

    /// Its tables.
    DynamoDbClient dynamoDb();

    /// The streams of its tables.
    DynamoDbStreamsClient dynamoDbStreams();

    /// Its data streams.
    KinesisClient kinesis();

    /// Its queues.
    SqsClient sqs();

    /// Its topics.
    SnsClient sns();

    /// Its parameters.
    SsmClient ssm();

    /// What the template's `Ref` to a resource gives: the name of a bucket, table, stream or
    /// parameter, the ARN of a topic, the URL of a queue.
    String ref(String logicalId);

    /// Texts of the short messages that were sent to a telephone so far, oldest first.
    List<String> sentTo(String phone);

    /// Makes a schedule's time come.
    ///
    /// @return the function's answer, where the target is one
    Optional<String> fire(String scheduleLogicalId, Instant scheduledTime);

    @Override
    void close();
}
