package dev.bellwether.cli.store;

import dev.bellwether.local.template.Arn;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/// The SDK's clients of one place, each made when it is first asked for.
final class StoreClients implements AutoCloseable {
    /// An invocation is answered when the function has ended: up to a quarter of an hour.
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(16);

    /// What engines take for credentials. They open nothing anywhere else.
    private static final String LOCAL_CREDENTIAL = "local";

    private final @Nullable Function<Service, URI> endpoints;
    private final SdkHttpClient http =
            UrlConnectionHttpClient.builder().socketTimeout(LONGEST_ANSWER).build();
    private @Nullable DynamoDbClient dynamoDb;
    private @Nullable KinesisClient kinesis;
    private @Nullable S3Client s3;
    private @Nullable LambdaClient lambda;

    private StoreClients(@Nullable Function<Service, URI> endpoints) {
        this.endpoints = endpoints;
    }

    /// What has an endpoint of its own on this machine.
    enum Service {
        DYNAMODB,
        KINESIS,
        S3,
        LAMBDA
    }

    /// Clients of engines of this machine.
    static StoreClients local(Function<Service, URI> endpoints) {
        return new StoreClients(endpoints);
    }

    /// Clients of AWS, with the default chains of credentials and region.
    static StoreClients aws() {
        return new StoreClients(null);
    }

    synchronized DynamoDbClient dynamoDb() {
        DynamoDbClient client = dynamoDb;
        if (client == null) {
            client = built(DynamoDbClient.builder(), Service.DYNAMODB);
            dynamoDb = client;
        }
        return client;
    }

    synchronized KinesisClient kinesis() {
        KinesisClient client = kinesis;
        if (client == null) {
            client = built(KinesisClient.builder(), Service.KINESIS);
            kinesis = client;
        }
        return client;
    }

    synchronized S3Client s3() {
        S3Client client = s3;
        if (client == null) {
            client = built(S3Client.builder().forcePathStyle(endpoints != null), Service.S3);
            s3 = client;
        }
        return client;
    }

    synchronized LambdaClient lambda() {
        LambdaClient client = lambda;
        if (client == null) {
            client = built(LambdaClient.builder(), Service.LAMBDA);
            lambda = client;
        }
        return client;
    }

    /// Of AWS alone: nothing here answers for it.
    CloudFormationClient cloudFormation() {
        return CloudFormationClient.builder().httpClient(http).build();
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C built(
            B builder, Service service) {
        builder.httpClient(http);
        if (endpoints != null) {
            builder.endpointOverride(endpoints.apply(service))
                    .region(Region.of(Arn.LOCAL_REGION))
                    .credentialsProvider(
                            StaticCredentialsProvider.create(
                                    AwsBasicCredentials.create(
                                            LOCAL_CREDENTIAL, LOCAL_CREDENTIAL)));
        }
        return builder.build();
    }

    /// The clients share one connection pool; with it all of them are closed.
    @Override
    public void close() {
        http.close();
    }
}
