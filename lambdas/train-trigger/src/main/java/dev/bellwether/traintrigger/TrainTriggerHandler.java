package dev.bellwether.traintrigger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Lambda entry: the schedule's event in, the run day's job out.
public final class TrainTriggerHandler implements RequestStreamHandler {
    private final TrainTrigger trigger;

    /// Called by the Lambda runtime, once per execution environment.
    public TrainTriggerHandler() {
        this(onAws(TrainTriggerSettings.from(System.getenv())));
    }

    TrainTriggerHandler(TrainTrigger trigger) {
        this.trigger = trigger;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context)
            throws IOException {
        byte[] answer = TriggerJson.answer(trigger.fire(TriggerJson.scheduledTime(event)));
        context.getLogger().log(new String(answer, StandardCharsets.UTF_8), LogLevel.INFO);
        output.write(answer);
    }

    private static TrainTrigger onAws(TrainTriggerSettings settings) {
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
