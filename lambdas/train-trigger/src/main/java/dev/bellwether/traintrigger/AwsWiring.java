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
        LakeObjects lake = new S3LakeObjects(s3, settings.lakeBucket());
        SignedCalls calls = new SignedCalls(http, credentials, settings.region());
        return new TrainTrigger(lake, jobs(settings, lake, calls));
    }

    private static TrainingJobs jobs(
            TrainTriggerSettings settings, LakeObjects lake, SignedCalls calls) {
        return switch (settings.backend()) {
            case TrainingBackend.SageMaker sageMaker ->
                    new SageMakerTrainingJobs(
                            new SageMakerApi(calls, sageMaker.endpoint()),
                            settings.lakeBucket(),
                            sageMaker);
            case TrainingBackend.Function(var functionName, var endpoint) ->
                    new FunctionTrainingJobs(
                            lake,
                            new LambdaEvents(calls, endpoint),
                            settings.lakeBucket(),
                            functionName);
        };
    }
}
