package dev.bellwether.local;

import dev.bellwether.local.glue.GlueJobs;
import dev.bellwether.local.schedule.Firing;
import dev.bellwether.local.template.Arn;
import dev.bellwether.local.template.GlueJob;
import dev.bellwether.local.template.Queue;
import dev.bellwether.local.template.Schedule;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.template.TemplateException;
import dev.bellwether.local.wire.AwsJsonClient;
import dev.bellwether.local.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
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
    private static final String START_JOB_RUN = "arn:aws:scheduler:::aws-sdk:glue:startJobRun";

    private static final String START_CRAWLER = "arn:aws:scheduler:::aws-sdk:glue:startCrawler";

    private final Template template;
    private final Functions functions;
    private final FunctionEvents events;
    private final GlueJobs jobs;
    private final AwsJsonClient sqs;
    private final RunListener listener;
    private final Map<String, String> queueUrls = new ConcurrentHashMap<>();

    ScheduleTargets(
            Template template,
            Functions functions,
            FunctionEvents events,
            GlueJobs jobs,
            AwsJsonClient sqs,
            RunListener listener) {
        this.template = template;
        this.functions = functions;
        this.events = events;
        this.jobs = jobs;
        this.sqs = sqs;
        this.listener = listener;
        template.schedules().forEach(this::requireKnownTarget);
    }

    private void requireKnownTarget(Schedule schedule) {
        switch (Arn.parse(schedule.targetArn()).service()) {
            case "lambda" -> template.function(schedule.targetArn());
            case "sqs" -> queue(schedule);
            case "scheduler" -> {
                // Crawlers are left out, and so is their start.
                if (!schedule.targetArn().equals(START_CRAWLER)) {
                    job(schedule);
                }
            }
            default ->
                    throw new TemplateException(
                            "Schedule %s targets %s, but only functions, queues and Glue jobs are acted out here"
                                    .formatted(schedule.name(), schedule.targetArn()));
        }
    }

    @Override
    public Optional<Instant> fire(Firing firing) {
        if (Arn.parse(firing.schedule().targetArn()).service().equals("sqs")) {
            return Optional.of(send(firing));
        }
        if (firing.schedule().targetArn().equals(START_CRAWLER)) {
            return Optional.empty();
        }
        if (firing.schedule().targetArn().equals(START_JOB_RUN)) {
            jobs.start(job(firing.schedule()), jobArguments(firing));
            return Optional.empty();
        }
        events.invoke(
                firing.schedule().name(),
                firing.scheduledTime(),
                template.function(firing.schedule().targetArn()),
                firing.input(1).getBytes(StandardCharsets.UTF_8));
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

    /// The job that a universal target's input names:
    /// <https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html>.
    private GlueJob job(Schedule schedule) {
        if (!schedule.targetArn().equals(START_JOB_RUN)) {
            throw new TemplateException(
                    "Schedule %s calls %s, but of all services only glue:startJobRun is called here"
                            .formatted(schedule.name(), schedule.targetArn()));
        }
        return template.glueJob(Json.parse(schedule.input()).path("JobName").asText());
    }

    private static Map<String, String> jobArguments(Firing firing) {
        Map<String, String> arguments = new HashMap<>();
        Json.parse(firing.input(1))
                .path("Arguments")
                .properties()
                .forEach(
                        argument -> arguments.put(argument.getKey(), argument.getValue().asText()));
        return arguments;
    }

    @Override
    public void stopAllBut(Set<String> targetArns) {
        functions.stopAllBut(targetArns);
    }
}
