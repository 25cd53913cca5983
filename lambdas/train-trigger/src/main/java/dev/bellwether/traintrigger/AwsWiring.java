package dev.bellwether.traintrigger;

import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Puts a [TrainTrigger] together, on AWS or on whatever `AWS_ENDPOINT_URL_*` names.
final class AwsWiring {
    private AwsWiring() {}

    static TrainTrigger wire(TrainTriggerSettings settings) {
        SdkHttpClient http = UrlConnectionHttpClient.create();
        var credentials = EnvironmentVariableCredentialsProvider.create();
        var s3 =
                S3Client.builder()
                        .httpClient(http)
                        .credentialsProvider(credentials)
                        .region(Region.of(settings.region()))
                        .build();
        var api = new SageMakerApi(http, credentials, settings.region(), settings.sageMaker());
        return new TrainTrigger(
                new S3StoredBars(s3, settings.lakeBucket()),
                new SageMakerTrainingJobs(api, settings),
                settings.trainingImage());
    }
}
