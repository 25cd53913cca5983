package dev.bellwether.localstack;

import java.net.URI;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/// The SDK's own clients.
public record AwsClients(
        CloudFormationClient cloudFormation,
        CloudWatchClient cloudWatch,
        CloudWatchLogsClient logs,
        DynamoDbClient dynamoDb,
        DynamoDbStreamsClient dynamoDbStreams,
        EventBridgeClient eventBridge,
        IamClient iam,
        KinesisClient kinesis,
        LambdaClient lambda,
        S3Client s3,
        SchedulerClient scheduler,
        SnsClient sns,
        SqsClient sqs,
        SsmClient ssm) {
    /// Region of everything that is deployed.
    public static final String REGION = "us-east-1";

    /// LocalStack's account.
    public static final String ACCOUNT = "000000000000";

    /// What LocalStack takes for credentials. They open nothing anywhere else.
    public static final String CREDENTIAL = "test";

    /// Clients of that endpoint.
    public static AwsClients of(URI endpoint) {
        return of(_ -> endpoint);
    }

    /// Clients of services that answer at endpoints of their own.
    ///
    /// @param endpoint by the name that a service's requests are signed for, such as `dynamodb`
    public static AwsClients of(Function<String, URI> endpoint) {
        // An invocation is answered when the function has ended: up to a quarter of an hour.
        SdkHttpClient http =
                UrlConnectionHttpClient.builder()
                        .socketTimeout(java.time.Duration.ofMinutes(16))
                        .build();
        return new AwsClients(
                built(CloudFormationClient.builder(), endpoint.apply("cloudformation"), http),
                built(CloudWatchClient.builder(), endpoint.apply("monitoring"), http),
                built(CloudWatchLogsClient.builder(), endpoint.apply("logs"), http),
                built(DynamoDbClient.builder(), endpoint.apply("dynamodb"), http),
                built(DynamoDbStreamsClient.builder(), endpoint.apply("dynamodb"), http),
                built(EventBridgeClient.builder(), endpoint.apply("events"), http),
                built(IamClient.builder(), endpoint.apply("iam"), http),
                built(KinesisClient.builder(), endpoint.apply("kinesis"), http),
                built(LambdaClient.builder(), endpoint.apply("lambda"), http),
                built(S3Client.builder().forcePathStyle(true), endpoint.apply("s3"), http),
                built(SchedulerClient.builder(), endpoint.apply("scheduler"), http),
                built(SnsClient.builder(), endpoint.apply("sns"), http),
                built(SqsClient.builder(), endpoint.apply("sqs"), http),
                built(SsmClient.builder(), endpoint.apply("ssm"), http));
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C built(
            B builder, URI endpoint, SdkHttpClient http) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(CREDENTIAL, CREDENTIAL)))
                .httpClient(http)
                .build();
    }
}
