package dev.bellwether.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.aws.Eventually;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

@AwsContract
final class ScheduleContract {
    private final AwsUnderTest aws;

    ScheduleContract(AwsUnderTest aws) {
        this.aws = aws;
    }

    @Test
    void aFunctionGetsTheScheduledTimeInTheInputAsTheTemplateWroteIt() {
        assertThat(aws.fire(Declared.FUNCTION_SCHEDULE, Instant.parse("2025-10-30T04:00:00Z")))
                .contains("{\"scheduledTime\":\"2025-10-30T04:00:00Z\",\"note\":\"café <b>\"}");
    }

    @Test
    void theScheduledTimeIsOfWholeSeconds() {
        assertThat(aws.fire(Declared.FUNCTION_SCHEDULE, Instant.parse("2025-10-30T04:00:00.25Z")))
                .hasValueSatisfying(
                        event -> assertThat(event).contains("\"2025-10-30T04:00:00Z\""));
    }

    @Test
    void aQueueGetsTheInputAsAMessageAfterItsDelay() {
        String expected = "{\"scheduledTime\":\"2025-10-29T13:31:00Z\"}";
        long start = System.nanoTime();

        assertThat(aws.fire(Declared.QUEUE_SCHEDULE, Instant.parse("2025-10-29T13:31:00Z")))
                .isEmpty();

        String queue = aws.ref(Declared.DELAYED_QUEUE);
        List<Message> received =
                Eventually.seen(
                        () ->
                                aws
                                        .sqs()
                                        .receiveMessage(receive ->
                                                receive.queueUrl(queue).maxNumberOfMessages(10))
                                        .messages()
                                        .stream()
                                        .filter(message -> message.body().equals(expected))
                                        .toList(),
                        messages -> !messages.isEmpty());
        assertThat(received).hasSize(1);
        assertThat((System.nanoTime() - start) / 1e9).isBetween(1.5, 10.0);
        aws.sqs()
                .deleteMessage(delete ->
                        delete.queueUrl(queue).receiptHandle(received.getFirst().receiptHandle()));
    }
}
