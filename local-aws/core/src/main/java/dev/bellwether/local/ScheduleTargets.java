package dev.bellwether.local;

import dev.bellwether.local.function.AsyncInvoker;
import dev.bellwether.local.function.AsyncOutcome;
import dev.bellwether.local.mapping.MappingServices.HealthCheck;
import dev.bellwether.local.schedule.Firing;
import dev.bellwether.local.template.Arn;
import dev.bellwether.local.template.LambdaFunction;
import dev.bellwether.local.template.Queue;
import dev.bellwether.local.template.Schedule;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.template.TemplateException;
import dev.bellwether.local.wire.AwsJsonClient;
import dev.bellwether.local.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Invokes the functions and fills the queues that schedules name.
///
/// Scheduler calls Lambda's asynchronous Invoke and SQS's SendMessage
/// (<https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-templated.html>). Its
/// own retries are for calls that those services refuse, which they do not here.
final class ScheduleTargets implements MarketDay.Targets {
    private final Template template;
    private final Functions functions;
    private final AwsJsonClient sqs;
    private final HealthCheck health;
    private final RunListener listener;
    private final Map<String, String> queueUrls = new ConcurrentHashMap<>();

    ScheduleTargets(
            Template template,
            Functions functions,
            AwsJsonClient sqs,
            HealthCheck health,
            RunListener listener) {
        this.template = template;
        this.functions = functions;
        this.sqs = sqs;
        this.health = health;
        this.listener = listener;
        template.schedules().forEach(this::requireKnownTarget);
    }

    private void requireKnownTarget(Schedule schedule) {
        switch (Arn.parse(schedule.targetArn()).service()) {
            case "lambda" -> template.function(schedule.targetArn());
            case "sqs" -> queue(schedule);
            default ->
                    throw new TemplateException(
                            "Schedule %s targets %s, but only functions and queues are acted out here"
                                    .formatted(schedule.name(), schedule.targetArn()));
        }
    }

    @Override
    public Optional<Instant> fire(Firing firing) {
        if (Arn.parse(firing.schedule().targetArn()).service().equals("sqs")) {
            return Optional.of(send(firing));
        }
        invoke(firing);
        health.requireHealthy();
        return Optional.empty();
    }

    private Instant send(Firing firing) {
        Queue queue = queue(firing.schedule());
        String url = queueUrls.computeIfAbsent(queue.name(), this::queueUrl);
        sqs.call(
                "SendMessage",
                Json.object().put("QueueUrl", url).put("MessageBody", firing.input(1)));
        listener.accept(
                new RunEvent.MessageSent(
                        firing.scheduledTime(), firing.schedule().name(), queue.logicalId()));
        return firing.scheduledTime().plus(queue.delay());
    }

    private String queueUrl(String queueName) {
        return sqs.call("GetQueueUrl", Json.object().put("QueueName", queueName))
                .path("QueueUrl")
                .asText();
    }

    private Queue queue(Schedule schedule) {
        return template.queues().stream()
                .filter(queue -> queue.arn().equals(schedule.targetArn()))
                .findFirst()
                .orElseThrow(() ->
                        new TemplateException(
                                "Schedule %s targets queue %s, which the template does not declare"
                                        .formatted(schedule.name(), schedule.targetArn())));
    }

    private void invoke(Firing firing) {
        LambdaFunction function = template.function(firing.schedule().targetArn());
        long start = System.nanoTime();
        AsyncOutcome outcome =
                new AsyncInvoker(
                                functions.invoker(function.name()),
                                Functions.asyncInvocation(function))
                        .invoke(firing.input(1).getBytes(StandardCharsets.UTF_8));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String schedule = firing.schedule().name();
        listener.accept(
                switch (outcome) {
                    case AsyncOutcome.Succeeded(var answered, int attempts) ->
                            new RunEvent.FunctionAnswered(
                                    firing.scheduledTime(),
                                    schedule,
                                    function.logicalId(),
                                    answered.text(),
                                    attempts,
                                    took);
                    case AsyncOutcome.Dropped(var last, int attempts, var reason) ->
                            new RunEvent.FunctionFailed(
                                    firing.scheduledTime(),
                                    schedule,
                                    function.logicalId(),
                                    last,
                                    attempts,
                                    reason.condition());
                });
    }

    @Override
    public void stopAllBut(Set<String> targetArns) {
        functions.stopAllBut(targetArns);
    }
}
