package dev.bellwether.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.aws.DiffersOn;
import dev.bellwether.aws.Eventually;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@AwsContract
final class QueueContract {
    private final SqsClient sqs;
    private final String queue;
    private final String deadLetters;
    private final String delayed;

    QueueContract(AwsUnderTest aws) {
        sqs = aws.sqs();
        queue = aws.ref(Declared.QUEUE);
        deadLetters = aws.ref(Declared.DEAD_LETTERS);
        delayed = aws.ref(Declared.DELAYED_QUEUE);
    }

    @Test
    void theQueuesHaveWhatTheTemplateDeclares() {
        assertThat(attributes(queue))
                .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "2")
                .containsEntry(QueueAttributeName.DELAY_SECONDS, "0");
        assertThat(attributes(queue).get(QueueAttributeName.REDRIVE_POLICY))
                .contains(attributes(deadLetters).get(QueueAttributeName.QUEUE_ARN))
                .containsPattern("\"maxReceiveCount\" ?: ?\"?2\"?");
        assertThat(attributes(delayed)).containsEntry(QueueAttributeName.DELAY_SECONDS, "2");
    }

    @Test
    @DiffersOn(
            value = "local-aws",
            how =
                    "ElasticMQ takes a retention period and forgets it: messages stay until they are deleted",
            source =
                    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html")
    void aQueueKeepsItsMessagesForTheDeclaredTime() {
        assertThat(attributes(deadLetters))
                .containsEntry(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "1209600");
    }

    @Test
    void aMessageThatNobodyDeletesIsReceivedTwiceAndThenADeadLetter() {
        String sent = send(queue, "poison ✓");
        Message first = receive(queue, sent, 0);
        Message second = receive(queue, sent, 0);

        assertThat(first.body()).isEqualTo("poison ✓");
        assertThat(second.receiptHandle()).isNotEqualTo(first.receiptHandle());
        assertThat(List.of(first, second))
                .extracting(message ->
                        message.attributes()
                                .get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                .containsExactly("1", "2");
        assertThat(
                        sqs.receiveMessage(
                                        receive -> receive.queueUrl(queue).maxNumberOfMessages(10))
                                .messages())
                .noneMatch(message -> message.messageId().equals(sent));

        Message dead = receive(deadLetters, sent, 30);

        assertThat(dead.body()).isEqualTo("poison ✓");
        assertThat(dead.messageAttributes().get("kind").stringValue()).isEqualTo("contract");
        // The time of a dead letter is the one at which it was first sent.
        assertThat(dead.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP))
                .isEqualTo(first.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP));
    }

    @Test
    void aDeadLetterNamesTheQueueItComesFrom() {
        String sent = send(queue, "from where");
        receive(queue, sent, 0);
        receive(queue, sent, 0);
        sqs.receiveMessage(receive -> receive.queueUrl(queue));

        assertThat(receive(deadLetters, sent, 30).attributes())
                .containsEntry(
                        MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN,
                        attributes(queue).get(QueueAttributeName.QUEUE_ARN));
    }

    @Test
    void aDeletedMessageIsGone() {
        String sent = send(queue, "done");
        Message message = receive(queue, sent, 1);

        sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));

        String later = send(queue, "later");
        receive(queue, later, 0);
        receive(queue, later, 0);
        sqs.receiveMessage(receive -> receive.queueUrl(queue));
        receive(deadLetters, later, 30);
        assertThat(
                        sqs.receiveMessage(receive ->
                                        receive.queueUrl(deadLetters).maxNumberOfMessages(10))
                                .messages())
                .noneMatch(dead -> dead.messageId().equals(sent));
    }

    @Test
    void aMessageIsHiddenForTheVisibilityTimeoutAndThenSeenAgain() {
        String sent = send(queue, "hidden");
        long start = System.nanoTime();
        receiveByDefault(queue, sent);
        Message again = receiveByDefault(queue, sent);

        assertThat((System.nanoTime() - start) / 1e9).isBetween(1.5, 10.0);
        sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(again.receiptHandle()));
    }

    @Test
    void aDelayedMessageIsSeenWhenItsDelayIsOver() {
        long start = System.nanoTime();
        String sent = send(delayed, "half a minute, shortened");

        Message message = receive(delayed, sent, 30);

        assertThat((System.nanoTime() - start) / 1e9).isBetween(1.5, 10.0);
        sqs.deleteMessage(
                delete -> delete.queueUrl(delayed).receiptHandle(message.receiptHandle()));
    }

    private String send(String queueUrl, String body) {
        return sqs.sendMessage(send ->
                        send.queueUrl(queueUrl)
                                .messageBody(body)
                                .messageAttributes(
                                        Map.of(
                                                "kind",
                                                MessageAttributeValue.builder()
                                                        .dataType("String")
                                                        .stringValue("contract")
                                                        .build())))
                .messageId();
    }

    private Message receive(String queueUrl, String messageId, int visibilitySeconds) {
        return received(queueUrl, messageId, visibilitySeconds);
    }

    private Message receiveByDefault(String queueUrl, String messageId) {
        return received(queueUrl, messageId, null);
    }

    /// A message is known by its id also as a dead letter.
    private Message received(String queueUrl, String messageId, Integer visibilitySeconds) {
        List<Message> received =
                Eventually.seen(
                        () ->
                                sqs
                                        .receiveMessage(receive ->
                                                receive.queueUrl(queueUrl)
                                                        .maxNumberOfMessages(10)
                                                        .visibilityTimeout(visibilitySeconds)
                                                        .messageSystemAttributeNames(
                                                                MessageSystemAttributeName.ALL)
                                                        .messageAttributeNames("All"))
                                        .messages()
                                        .stream()
                                        .filter(message -> message.messageId().equals(messageId))
                                        .toList(),
                        messages -> !messages.isEmpty());
        assertThat(received).hasSize(1);
        return received.getFirst();
    }

    private Map<QueueAttributeName, String> attributes(String queueUrl) {
        return sqs.getQueueAttributes(
                        get -> get.queueUrl(queueUrl).attributeNames(QueueAttributeName.ALL))
                .attributes();
    }
}
