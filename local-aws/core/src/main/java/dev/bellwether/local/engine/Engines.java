package dev.bellwether.local.engine;

import dev.bellwether.local.child.Child;
import dev.bellwether.local.child.Supervisor;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// The engines of a run, each started when its endpoint is first asked for. Safe for use by many
/// threads, which is one way to start several at once; [#start] is the other.
///
/// An engine that has ended is started anew, on another port, when it is asked for again; what it
/// had taken in is still there, but for SQS, which keeps messages in memory.
public final class Engines implements AutoCloseable {
    private final Map<EngineName, Engine> engines = new EnumMap<>(EngineName.class);
    private final SqsEngine sqs;

    public Engines(Supervisor supervisor, EngineSettings settings) {
        var commands = new EngineCommands(settings);
        for (EngineName name : EngineName.values()) {
            engines.put(name, new Engine(name, supervisor, commands));
        }
        sqs = new SqsEngine(engine(EngineName.SQS));
    }

    /// Starts the named engines side by side and returns when all of them are ready.
    ///
    /// @throws EngineException if one cannot be started; the others go on
    public void start(Set<EngineName> names) {
        names.forEach(name -> engine(name).launch());
        names.forEach(this::endpoint);
    }

    /// Base address of the service; starts its engine if need be.
    ///
    /// @throws EngineException if the engine cannot be started
    public URI endpoint(EngineName name) {
        return engine(name).endpoint();
    }

    /// Address of DynamoDB and DynamoDB Streams.
    ///
    /// @throws EngineException if the engine cannot be started
    public URI dynamodb() {
        return endpoint(EngineName.DYNAMODB);
    }

    /// Address of S3, for path-style requests.
    ///
    /// @throws EngineException if the engine cannot be started
    public URI s3() {
        return endpoint(EngineName.S3);
    }

    /// Address of Kinesis.
    ///
    /// @throws EngineException if the engine cannot be started
    public URI kinesis() {
        return endpoint(EngineName.KINESIS);
    }

    /// Address of SQS.
    ///
    /// @throws EngineException if the engine cannot be started
    public URI sqs() {
        return endpoint(EngineName.SQS);
    }

    /// SQS with its clock.
    public SqsEngine sqsEngine() {
        return sqs;
    }

    /// Process ids of the engines that run.
    public Map<EngineName, Long> pids() {
        Map<EngineName, Long> pids = new EnumMap<>(EngineName.class);
        engines.forEach((name, engine) -> running(engine).ifPresent(pid -> pids.put(name, pid)));
        return Map.copyOf(pids);
    }

    private static Optional<Long> running(Engine engine) {
        return engine.running().map(Child::pid);
    }

    /// Completes with the exit code when the named engine's present process ends, at once if none
    /// runs: an end that nobody asked for should end the run.
    public CompletableFuture<Integer> exit(EngineName name) {
        return engine(name).exit();
    }

    /// Ends the named engine, if it runs; returns when it has ended.
    public void stop(EngineName name) {
        engine(name).stop();
    }

    private Engine engine(EngineName name) {
        return Objects.requireNonNull(engines.get(name));
    }

    /// Ends all engines side by side; returns when they have ended.
    @Override
    public void close() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Engine> all = List.copyOf(engines.values());
            all.forEach(engine -> threads.execute(engine::stop));
        }
    }
}
