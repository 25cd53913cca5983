package dev.bellwether.faults.aws;

import dev.bellwether.faults.expression.InvalidRequestException;
import dev.bellwether.faults.plan.FaultPlan;
import dev.bellwether.faults.plan.FunctionCalls;
import dev.bellwether.faults.plan.FunctionCalls.ClientRetries;
import dev.bellwether.faults.plan.FunctionCalls.ServiceErrors;
import java.util.Set;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InternalErrorException;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sns.model.ThrottledException;

/// A function's client of a [SimulatedTopic]. What it does not have, the interface refuses.
public final class TopicClient implements SnsClient {
    private static final class Errors implements ServiceErrors {
        @Override
        public RuntimeException throttled(String place) {
            return ThrottledException.builder().statusCode(429).message(place).build();
        }

        @Override
        public RuntimeException failed(String place) {
            return InternalErrorException.builder().statusCode(500).message(place).build();
        }
    }

    private final SimulatedTopic topic;
    private final FunctionCalls calls;
    private int published;

    /// A client whose calls go wrong as planned.
    public TopicClient(SimulatedTopic topic, FaultPlan plan) {
        this.topic = topic;
        this.calls = new FunctionCalls(plan, new Errors(), ClientRetries.LEFT_TO_FUNCTION);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // It has nothing open.
    }

    @Override
    public PublishResponse publish(PublishRequest request) {
        Requests.requireOnly(
                request,
                Set.of("TopicArn", "Subject", "Message", "MessageStructure", "MessageAttributes"));
        if (!topic.arn().equals(request.topicArn())) {
            throw new InvalidRequestException("There is no topic " + request.topicArn());
        }
        return calls.make(
                "Publish",
                () -> {
                    topic.publish(request);
                    return PublishResponse.builder().messageId("message-" + ++published).build();
                });
    }
}
