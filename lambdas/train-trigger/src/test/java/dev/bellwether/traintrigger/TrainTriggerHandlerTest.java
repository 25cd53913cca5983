package dev.bellwether.traintrigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class TrainTriggerHandlerTest {
    private static final String LISTING =
            """
            <?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>lake</Name>
            <Prefix>bars/daily/</Prefix><KeyCount>1</KeyCount><MaxKeys>1</MaxKeys><IsTruncated>true</IsTruncated>
            <Contents><Key>bars/daily/AAPL.csv</Key><Size>1</Size></Contents></ListBucketResult>\
            """;

    private static final String EMPTY_LISTING =
            """
            <?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>lake</Name>
            <Prefix>bars/daily/</Prefix><KeyCount>0</KeyCount><MaxKeys>1</MaxKeys><IsTruncated>false</IsTruncated></ListBucketResult>\
            """;

    private final RecordingContext context = new RecordingContext();

    @Test
    void aSchedulesEventAnswersWithTheJob() throws IOException {
        try (LoopbackAws aws = new LoopbackAws().answering(200, LISTING);
                InputStream event = resource("events/schedule.json")) {
            String answer = handle(aws, event);

            assertThat(answer)
                    .matches(
                            "\\{\"runDay\":\"2025-10-29\",\"job\":\"bellwether-lasso-2025-10-29-[0-9a-f]{8}\",\"outcome\":\"started\"}");
            assertThat(context.lines).containsExactly(answer);
            assertThat(aws.requests.getFirst().uri())
                    .startsWith("/lake?")
                    .contains("list-type=2", "prefix=bars%2Fdaily%2F", "max-keys=1");
        }
    }

    @Test
    void withoutBarsItSaysSo() throws IOException {
        try (LoopbackAws aws = new LoopbackAws().answering(200, EMPTY_LISTING);
                InputStream event = resource("events/schedule.json")) {
            assertThat(handle(aws, event))
                    .isEqualTo("{\"runDay\":\"2025-10-29\",\"job\":null,\"outcome\":\"no-bars\"}");
        }
    }

    @Test
    void anEventWithoutATimeIsAnError() {
        try (LoopbackAws aws = new LoopbackAws()) {
            InputStream event = new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));

            assertThatThrownBy(() -> handle(aws, event))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no scheduledTime");
        }
    }

    private String handle(LoopbackAws aws, InputStream event) throws IOException {
        try (S3Client s3 =
                S3Client.builder()
                        .endpointOverride(aws.endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("key", "secret")))
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            new TrainTriggerHandler(
                            new TrainTrigger(
                                    new S3StoredBars(s3, "lake"),
                                    new AnyJobs(),
                                    "registry/training:1"))
                    .handleRequest(event, answer, context);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private InputStream resource(String name) {
        InputStream stream = getClass().getClassLoader().getResourceAsStream(name);
        assertThat(stream).as(name).isNotNull();
        return stream;
    }

    private static final class AnyJobs implements TrainingJobs {
        @Override
        public Start start(TrainingJob job) {
            return Start.STARTED;
        }

        @Override
        public Status statusOf(String jobName) {
            return Status.GOOD;
        }
    }
}
