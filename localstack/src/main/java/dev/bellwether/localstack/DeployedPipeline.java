package dev.bellwether.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.RunEvent;
import dev.bellwether.local.RunListener;
import dev.bellwether.local.event.ServiceEvents;
import dev.bellwether.local.function.AsyncInvoker;
import dev.bellwether.local.function.AsyncOutcome;
import dev.bellwether.local.function.InvocationOutcome;
import dev.bellwether.local.glue.JobRun;
import dev.bellwether.local.schedule.Firing;
import dev.bellwether.local.template.Arn;
import dev.bellwether.local.template.AsyncInvocation;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.wire.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The deployed pipeline, driven through market time from outside: its schedules' targets are
/// called as Scheduler calls them, everything behind them is LocalStack's.
public final class DeployedPipeline {
    private static final String START_JOB_RUN = "arn:aws:scheduler:::aws-sdk:glue:startJobRun";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final LocalStack localStack;
    private final Deployment deployment;
    private final RunListener listener;
    private final DeployedFunctions functions;
    private final StreamTally tally;
    private final Template template;
    private final DeployedLake lake;
    private final GlueService glue;
    private final Map<String, String> queueUrls = new HashMap<>();
    private final Map<String, AsyncInvocation> asyncInvocations = new HashMap<>();

    /// @param glue runs the jobs that schedules start
    /// @param listener told of every firing
    public DeployedPipeline(
            LocalStack localStack, Deployment deployment, GlueService glue, RunListener listener) {
        this.localStack = localStack;
        this.deployment = deployment;
        this.listener = listener;
        this.functions = new DeployedFunctions(localStack.clients().lambda());
        this.tally = new StreamTally(localStack.clients(), deployment);
        this.template = Template.read(deployment.assembly());
        this.lake = DeployedLake.of(localStack, deployment, template);
        this.glue = glue;
    }

    /// Puts a secret where functions look for it.
    public void putSecret(String parameter, String value) {
        localStack
                .clients()
                .ssm()
                .putParameter(put ->
                        put.name(parameter).type("SecureString").value(value).overwrite(true));
    }

    /// Invokes a function and waits for its answer.
    ///
    /// @param logicalId as the app names it, such as `IngestAlphaVantage`
    public InvocationOutcome invoke(String logicalId, String payload) {
        return functions.invoke(
                deployment.only("AWS::Lambda::Function", logicalId).physicalId(),
                payload.getBytes(StandardCharsets.UTF_8));
    }

    /// Fires all schedules from the first instant on, up to but without the second.
    ///
    /// Messages of queues go first: their delay passes on the wall clock, and what they say holds
    /// its market time in itself. Then functions and jobs, in the order of time; where an hour lies
    /// between two firings, and before a job, what the earlier ones began is awaited. A job's end
    /// is told as Glue tells it.
    public void runDay(Instant fromInclusive, Instant toExclusive) {
        List<Firing> firings =
                new DeployedSchedules(localStack.clients().scheduler())
                        .firings(
                                deployment
                                        .only("AWS::Scheduler::ScheduleGroup", "Schedules")
                                        .physicalId(),
                                fromInclusive,
                                toExclusive);
        firings.stream().filter(firing -> service(firing).equals("sqs")).forEach(this::send);
        @Nullable Instant before = null;
        for (Firing firing : firings) {
            String service = service(firing);
            if (service.equals("sqs")) {
                continue;
            }
            boolean job = service.equals("scheduler");
            if (job
                    || (before != null
                            && Duration.between(before, firing.scheduledTime()).toHours() >= 1)) {
                awaitDelivered();
            }
            before = firing.scheduledTime();
            if (job) {
                runJob(firing);
            } else {
                invoke(firing);
            }
        }
        awaitDelivered();
    }

    private static String service(Firing firing) {
        String target = firing.schedule().targetArn();
        String service = Arn.parse(target).service();
        if (target.equals(START_JOB_RUN) || service.equals("sqs") || service.equals("lambda")) {
            return service;
        }
        throw new LocalStackException(
                "Schedule %s targets %s, and only functions, queues and Glue jobs are started here."
                        .formatted(firing.schedule().name(), target));
    }

    private void runJob(Firing firing) {
        JsonNode input = Json.parse(firing.input(1));
        Map<String, String> arguments = new HashMap<>();
        input.path("Arguments")
                .properties()
                .forEach(
                        argument -> arguments.put(argument.getKey(), argument.getValue().asText()));
        JobRun run = glue.run(template.glueJob(input.path("JobName").asText()), arguments, lake);
        new DeployedBus(localStack.clients().eventBridge())
                .put(ServiceEvents.glueJobEnded(run, firing.scheduledTime()));
    }

    private void send(Firing firing) {
        SqsClient sqs = localStack.clients().sqs();
        String queue = Arn.parse(firing.schedule().targetArn()).name();
        String url =
                queueUrls.computeIfAbsent(
                        queue, name -> sqs.getQueueUrl(get -> get.queueName(name)).queueUrl());
        sqs.sendMessage(send -> send.queueUrl(url).messageBody(firing.input(1)));
        listener.accept(
                new RunEvent.MessageSent(firing.scheduledTime(), firing.schedule().name(), queue));
    }

    private void invoke(Firing firing) {
        String target = firing.schedule().targetArn();
        AsyncInvocation asynchronous =
                asyncInvocations.computeIfAbsent(target, functions::asyncInvocation);
        long start = System.nanoTime();
        AsyncOutcome outcome =
                new AsyncInvoker(payload -> functions.invoke(target, payload), asynchronous)
                        .invoke(firing.input(1).getBytes(StandardCharsets.UTF_8));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String schedule = firing.schedule().name();
        String function = Arn.parse(target).name();
        listener.accept(
                switch (outcome) {
                    case AsyncOutcome.Succeeded(var answered, int attempts) ->
                            new RunEvent.FunctionAnswered(
                                    firing.scheduledTime(),
                                    schedule,
                                    function,
                                    answered.text(),
                                    attempts,
                                    took);
                    case AsyncOutcome.Dropped(var last, int attempts, var reason) ->
                            new RunEvent.FunctionFailed(
                                    firing.scheduledTime(),
                                    schedule,
                                    function,
                                    last,
                                    attempts,
                                    reason.condition());
                });
    }

    /// Returns when the queues are empty and both stream functions have taken what lies in their
    /// streams.
    ///
    /// @throws LocalStackException when that does not come to pass in five minutes
    public void awaitDelivered() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        StreamTally.Count count = tally.count();
        // Messages become quotes and quotes become changes: all three must be quiet in one look.
        while (!(queuesAreEmpty() && count.isDone())) {
            if (System.nanoTime() > deadline) {
                throw new LocalStackException(
                        "LocalStack has not delivered everything in %d minutes: %s were taken. Its event source mappings are stuck, or this machine is very busy."
                                .formatted(PATIENCE.toMinutes(), count));
            }
            pause();
            count = tally.count();
        }
    }

    /// Copies the lake's objects to files below a folder, under the bucket's name on this machine.
    ///
    /// @param buckets folder of buckets, as local-aws keeps them
    /// @return how many objects there are
    public int copyLake(Path buckets) {
        return lake.copy(buckets).out();
    }

    private boolean queuesAreEmpty() {
        return deployment.resources().stream()
                .filter(resource -> resource.type().equals("AWS::SQS::Queue"))
                .allMatch(queue -> messages(queue.physicalId()) == 0);
    }

    private int messages(String queueUrl) {
        return localStack
                .clients()
                .sqs()
                .getQueueAttributes(get ->
                        get.queueUrl(queueUrl)
                                .attributeNames(
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                        QueueAttributeName
                                                .APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while LocalStack delivered", e);
        }
    }
}
