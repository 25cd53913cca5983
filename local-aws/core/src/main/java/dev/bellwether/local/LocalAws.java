package dev.bellwether.local;

import dev.bellwether.local.child.Supervisor;
import dev.bellwether.local.endpoint.ChildEnvironment;
import dev.bellwether.local.endpoint.LambdaInvocations;
import dev.bellwether.local.endpoint.Outbox;
import dev.bellwether.local.endpoint.SnsTopics;
import dev.bellwether.local.endpoint.SsmParameters;
import dev.bellwether.local.endpoint.ThinServices;
import dev.bellwether.local.event.EventBus;
import dev.bellwether.local.event.ServiceEvents;
import dev.bellwether.local.function.FunctionHost;
import dev.bellwether.local.function.InvocationOutcome;
import dev.bellwether.local.glue.GlueJobs;
import dev.bellwether.local.glue.GlueListener;
import dev.bellwether.local.glue.GlueSettings;
import dev.bellwether.local.glue.JobRun;
import dev.bellwether.local.mapping.DrainReport;
import dev.bellwether.local.mapping.ExponentialPause;
import dev.bellwether.local.mapping.MappingCounters;
import dev.bellwether.local.mapping.MappingServices;
import dev.bellwether.local.mapping.Mappings;
import dev.bellwether.local.resource.Resources;
import dev.bellwether.local.resource.ServiceEndpoints;
import dev.bellwether.local.schedule.Firing;
import dev.bellwether.local.schedule.Schedules;
import dev.bellwether.local.template.EventSourceMapping;
import dev.bellwether.local.template.Schedule;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.training.JvmTrainingRunner;
import dev.bellwether.local.training.TrainingJob;
import dev.bellwether.local.training.TrainingJobs;
import dev.bellwether.local.wire.AwsJsonClient;
import dev.bellwether.local.wire.JsonService;
import dev.bellwether.local.wire.S3Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The stacks of one template, running on this machine.
public final class LocalAws implements AutoCloseable {
    private final Template template;
    private final LocalAwsSettings settings;
    private final Deque<AutoCloseable> opened;
    private final Supervisor supervisor;
    private final RunEngines engines;
    private final ThinServices services;
    private final ServiceEndpoints endpoints;
    private final Outbox outbox;
    private final TrainingJobs trainings;
    private final GlueJobs jobs;
    private final MarketTime marketTime;
    private final Functions functions;
    private final FunctionEvents events;
    private final EventBus bus;
    private final Mappings mappings;
    private final ScheduleTargets targets;
    private final Schedules schedules;
    private final WallClock wallClock;

    /// Opens everything in order; each part is on `opened` as soon as it is there, so that a
    /// failure closes the rest.
    private LocalAws(LocalAwsSettings settings, Deque<AutoCloseable> opened) {
        this.settings = settings;
        this.opened = opened;
        marketTime = new MarketTime(settings.clock());
        template = Template.read(settings.assembly());
        schedules = new Schedules(template.schedules());
        opened.push(StateLock.of(settings.state()));
        supervisor =
                opened(
                        Supervisor.start(
                                settings.java(), settings.logs().resolve("supervisor.log")));
        engines = opened(RunEngines.start(settings, template, supervisor));
        services = opened(ThinServices.start());
        outbox = new Outbox(settings.state().resolve("outbox"));
        SnsTopics topics = new SnsTopics(template.topics(), outbox, settings.clock());
        endpoints = engines.endpoints(services.address());
        S3Client s3 = new S3Client(endpoints.s3());
        ChildEnvironment environment =
                new ChildEnvironment(
                        endpoints,
                        services.address(),
                        settings.state(),
                        settings.providerEndpoints());
        trainings = opened(trainings(environment, s3));
        jobs = opened(jobs());
        services.serve(topics);
        services.serve(new SsmParameters(template.parameters(), settings.secrets()));
        services.serve(trainings);
        new Resources(endpoints).create(template);
        functions = opened(new Functions(template, functionHost(), environment));
        events =
                opened(new FunctionEvents(functions, engines::requireRunning, settings.listener()));
        services.serve(
                new LambdaInvocations(
                        functions.invokers(),
                        (name, event) ->
                                events.start(
                                        RunEvent.INVOKE,
                                        marketTime.instant(),
                                        template.function(name),
                                        event)));
        Map<JsonService, AwsJsonClient> clients = clients(endpoints);
        mappings =
                opened(
                        Mappings.open(
                                template.mappings(),
                                functions.targets(),
                                mappingServices(clients, s3, topics)));
        targets =
                new ScheduleTargets(
                        template,
                        functions,
                        events,
                        jobs,
                        new AwsJsonClient(JsonService.SQS, endpoints.sqs()),
                        settings.listener());
        bus =
                opened(
                        new EventBus(
                                template,
                                new RuleTargets(template, events, topics, settings.listener())));
        wallClock = opened(new WallClock(schedules, targets::fire, settings.clock()));
        trainings.resume();
        opened.push(published().publish(settings.state()));
    }

    private RunEndpoints published() {
        return new RunEndpoints(
                Long.toString(ProcessHandle.current().pid()),
                settings.assembly(),
                endpoints,
                services.address());
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    private TrainingJobs trainings(ChildEnvironment environment, S3Client s3) {
        return new TrainingJobs(
                settings.state().resolve("sagemaker"),
                new JvmTrainingRunner(
                        supervisor,
                        settings.java(),
                        settings.training(),
                        environment,
                        settings.logs()),
                s3,
                settings.clock(),
                this::changed);
    }

    private void changed(TrainingJob job) {
        settings.listener().accept(new RunEvent.Training(job));
        Instant now = marketTime.instant();
        bus.put(ServiceEvents.trainingJobChanged(job, now), now);
    }

    private GlueJobs jobs() {
        return new GlueJobs(
                supervisor,
                new GlueSettings(settings.home(), settings.java(), settings.state()),
                new GlueListener() {
                    @Override
                    public void changed(JobRun run) {
                        settings.listener().accept(new RunEvent.Job(run));
                        if (run.isEnd()) {
                            Instant now = marketTime.instant();
                            bus.put(ServiceEvents.glueJobEnded(run, now), now);
                        }
                    }

                    @Override
                    public void printed(String job, String line) {
                        settings.listener().accept(new RunEvent.JobPrinted(job, line));
                    }
                });
    }

    private FunctionHost functionHost() {
        Path folder = settings.home().resolve("local-aws/core/target/runtime-client");
        try (Stream<Path> jars = Files.list(folder)) {
            return new FunctionHost(
                    supervisor,
                    settings.java(),
                    jars.sorted().toList(),
                    settings.state(),
                    settings.clock());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s is not there: build local-aws first".formatted(folder), e);
        }
    }

    private static Map<JsonService, AwsJsonClient> clients(ServiceEndpoints endpoints) {
        Map<JsonService, AwsJsonClient> clients = new EnumMap<>(JsonService.class);
        clients.put(
                JsonService.DYNAMODB,
                new AwsJsonClient(JsonService.DYNAMODB, endpoints.dynamoDb()));
        clients.put(
                JsonService.DYNAMODB_STREAMS,
                new AwsJsonClient(JsonService.DYNAMODB_STREAMS, endpoints.dynamoDb()));
        clients.put(
                JsonService.KINESIS, new AwsJsonClient(JsonService.KINESIS, endpoints.kinesis()));
        clients.put(JsonService.SQS, new AwsJsonClient(JsonService.SQS, endpoints.sqs()));
        return clients;
    }

    private static AwsJsonClient client(
            Map<JsonService, AwsJsonClient> clients, JsonService service) {
        return Objects.requireNonNull(clients.get(service), () -> service + " has no engine");
    }

    private MappingServices mappingServices(
            Map<JsonService, AwsJsonClient> clients, S3Client s3, SnsTopics topics) {
        return new MappingServices(
                (service, action, request) -> client(clients, service).call(action, request),
                s3::put,
                topics::publish,
                settings.clock(),
                settings.state().resolve("checkpoints"),
                engines::requireRunning,
                new ExponentialPause(),
                event -> settings.listener().accept(new RunEvent.Mapped(event)));
    }

    /// Starts engines and endpoints and creates what the template declares; functions start with
    /// their first event.
    ///
    /// @throws dev.bellwether.local.template.TemplateException if the template cannot be run here
    /// @throws StateInUseException if another run has the state folder
    public static LocalAws start(LocalAwsSettings settings) {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            return new LocalAws(settings, opened);
        } catch (RuntimeException e) {
            closeAll(opened, e);
            throw e;
        }
    }

    public Template template() {
        return template;
    }

    /// Invokes one function and returns what became of it.
    ///
    /// @param logicalIdPrefix such as `IngestAlphaVantage`
    /// @param payload the event, JSON
    public InvocationOutcome invoke(String logicalIdPrefix, String payload) {
        String name = template.functionStartingWith(logicalIdPrefix).name();
        return functions.invoker(name).invoke(payload.getBytes(StandardCharsets.UTF_8));
    }

    /// Fires one schedule as if its time had come; returns when its target has taken it.
    ///
    /// @param logicalId of the schedule, as the template has it
    public void fire(String logicalId, Instant scheduledTime) {
        Schedule schedule =
                template.schedules().stream()
                        .filter(declared -> declared.logicalId().equals(logicalId))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "The template declares no schedule " + logicalId));
        marketTime.setNow(scheduledTime);
        targets.fire(new Firing(schedule, scheduledTime));
    }

    /// Fires all schedules from the first instant on, up to but without the second, on market time;
    /// returns when the streams are empty, jobs have ended, and so has what their ends began.
    ///
    /// @throws EngineLostException if an engine has ended in the meantime
    public void runDay(Instant fromInclusive, Instant toExclusive) {
        withEngines(() -> {
            marketDay().run(fromInclusive, toExclusive);
            return toExclusive;
        });
    }

    private MarketDay marketDay() {
        return new MarketDay(
                schedules,
                targets,
                new MarketDay.Deliveries() {
                    @Override
                    public DrainReport stepStreams(Instant marketNow) {
                        return mappings.stepStreams(marketNow);
                    }

                    @Override
                    public DrainReport stepQueues(Instant marketNow) {
                        return mappings.stepQueues(marketNow);
                    }

                    @Override
                    public DrainReport drain() {
                        awaitJobs();
                        return mappings.drain();
                    }
                },
                now -> {
                    engines.setQueueTime(now);
                    marketTime.setNow(now);
                },
                longestWindow(),
                settings.listener(),
                Thread::startVirtualThread);
    }

    private Duration longestWindow() {
        return template.mappings().stream()
                .map(EventSourceMapping::batchingWindow)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /// Runs the template's Glue job whose logical id begins so, to its end; the listener hears how
    /// it went.
    ///
    /// @throws IllegalArgumentException if the template has no such job
    public void runJob(String logicalIdPrefix) {
        jobs.run(
                template.glueJobs().stream()
                        .filter(job -> job.logicalId().startsWith(logicalIdPrefix))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "The template has no job " + logicalIdPrefix)),
                Map.of());
    }

    /// Returns when no job of Glue or SageMaker is in progress, and no function that the end of one
    /// or another function started.
    public void awaitJobs() {
        boolean any = true;
        while (any) {
            // Whatever runs was begun by something that ran: when all three have begun nothing
            // since they were last asked, nothing runs.
            any = jobs.awaitAll();
            any |= events.awaitAll();
            any |= trainings.awaitAll();
        }
    }

    /// Empties all streams and queues into their functions.
    ///
    /// @throws EngineLostException if an engine has ended in the meantime
    public DrainReport drain() {
        return withEngines(mappings::drain);
    }

    // A call that fails because its engine is gone should say which one.
    private <T> T withEngines(Supplier<T> work) {
        try {
            return work.get();
        } catch (UncheckedIOException e) {
            engines.blame();
            throw e;
        }
    }

    /// Fires schedules as their time comes and polls streams as Lambda does; returns when
    /// [#close()] is called or the thread is interrupted.
    public void runOnWallClock() {
        engines.followWallClock();
        marketTime.followWallClock();
        mappings.start();
        wallClock.run();
        mappings.stop();
    }

    /// Where the engines listen, for a client of an AWS SDK.
    public ServiceEndpoints engines() {
        return endpoints;
    }

    /// Where SNS, SSM, SageMaker and Lambda listen.
    public URI thinServices() {
        return services.address();
    }

    /// What would have been sent.
    public Outbox outbox() {
        return outbox;
    }

    public List<TrainingJob> trainingJobs() {
        return trainings.all();
    }

    public List<MappingCounters> mappingCounters() {
        return mappings.counters();
    }

    /// AWS calls of children that nothing here serves.
    public List<String> refusedCalls() {
        return services.refusedCalls();
    }

    /// Ends everything, last opened first; the state folder stays.
    @Override
    public void close() {
        RuntimeException failure = new IllegalStateException("The run did not close cleanly");
        closeAll(opened, failure);
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    private static void closeAll(Deque<AutoCloseable> opened, RuntimeException failure) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
    }
}
