package dev.bellwether.localstack;

import dev.bellwether.local.RunEvent;
import dev.bellwether.local.RunListener;
import dev.bellwether.local.child.Supervisor;
import dev.bellwether.local.endpoint.ChildEnvironment;
import dev.bellwether.local.endpoint.ThinServices;
import dev.bellwether.local.event.ServiceEvents;
import dev.bellwether.local.resource.ServiceEndpoints;
import dev.bellwether.local.training.JvmTrainingRunner;
import dev.bellwether.local.training.JvmTrainingRunner.EntryPoint;
import dev.bellwether.local.training.TrainingJob;
import dev.bellwether.local.training.TrainingJobs;
import dev.bellwether.local.wire.S3Client;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// SageMaker's training jobs, which LocalStack has not: a process of this machine that reads and
/// writes LocalStack's S3.
public final class TrainingService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Supervisor supervisor;
    private final ThinServices services;
    private final TrainingJobs jobs;

    private TrainingService(Supervisor supervisor, ThinServices services, TrainingJobs jobs) {
        this.supervisor = supervisor;
        this.services = services;
        this.jobs = jobs;
        services.serve(jobs);
    }

    /// Serves where function containers can call it.
    ///
    /// @param java executable of the JDK that jobs run on
    /// @param folder takes the jobs' files and logs
    /// @param entryPoint what the training image would run
    /// @param listener told when a job starts and ends
    public static TrainingService start(
            LocalStack localStack,
            Path java,
            Path folder,
            EntryPoint entryPoint,
            RunListener listener) {
        URI endpoint = localStack.endpoint();
        Path logs = folder.resolve("logs");
        InstantSource clock = InstantSource.system();
        DeployedBus bus = new DeployedBus(localStack.clients().eventBridge());
        Supervisor supervisor = Supervisor.start(java, logs.resolve("training-supervisor.log"));
        try {
            ThinServices services = ThinServices.startOn(localStack.hostAddress());
            return new TrainingService(
                    supervisor,
                    services,
                    new TrainingJobs(
                            folder.resolve("sagemaker"),
                            new JvmTrainingRunner(
                                    supervisor,
                                    java,
                                    entryPoint,
                                    new ChildEnvironment(
                                            new ServiceEndpoints(
                                                    endpoint, endpoint, endpoint, endpoint),
                                            services.address(),
                                            folder,
                                            Map.of()),
                                    logs),
                            new S3Client(endpoint),
                            clock,
                            job -> {
                                listener.accept(new RunEvent.Training(job));
                                bus.put(ServiceEvents.trainingJobChanged(job, clock.instant()));
                            }));
        } catch (RuntimeException e) {
            supervisor.close();
            throw e;
        }
    }

    /// What stands in for SageMaker's endpoint.
    public URI address() {
        return services.address();
    }

    /// All jobs, when none is in progress any more.
    ///
    /// The first may be started by a function that an event of LocalStack's has yet to reach: it is
    /// waited for, but not for longer than a minute.
    public List<TrainingJob> awaitAll() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (jobs.all().isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        jobs.awaitAll();
        return jobs.all();
    }

    /// Calls that nothing here serves.
    public List<String> refusedCalls() {
        return services.refusedCalls();
    }

    @Override
    public void close() {
        try {
            jobs.close();
            services.close();
        } finally {
            supervisor.close();
        }
    }
}
