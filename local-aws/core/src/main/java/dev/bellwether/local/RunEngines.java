package dev.bellwether.local;

import dev.bellwether.local.child.Supervisor;
import dev.bellwether.local.engine.EngineName;
import dev.bellwether.local.engine.EngineSettings;
import dev.bellwether.local.engine.Engines;
import dev.bellwether.local.resource.ServiceEndpoints;
import dev.bellwether.local.template.Template;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The engines that a template needs, and which of them must be running.
final class RunEngines implements AutoCloseable {
    private static final Duration NOTICE = Duration.ofSeconds(1);

    private final Engines engines;
    private final Set<EngineName> needed;

    /// An engine that has ended comes back on another port when it is asked for: another process is
    /// a lost engine, too, for functions hold the old address.
    private final Map<EngineName, Long> started;

    private RunEngines(Engines engines, Set<EngineName> needed) {
        this.engines = engines;
        this.needed = needed;
        started = engines.pids();
    }

    /// Returns when all of them are ready.
    static RunEngines start(LocalAwsSettings settings, Template template, Supervisor supervisor) {
        Engines engines =
                new Engines(
                        supervisor,
                        new EngineSettings(
                                settings.home(),
                                settings.java(),
                                settings.node(),
                                settings.state(),
                                settings.logs()));
        Set<EngineName> needed = neededBy(template);
        engines.start(needed);
        return new RunEngines(engines, needed);
    }

    private static Set<EngineName> neededBy(Template template) {
        Set<EngineName> needed = EnumSet.noneOf(EngineName.class);
        if (!template.tables().isEmpty()) {
            needed.add(EngineName.DYNAMODB);
        }
        if (!template.streams().isEmpty()) {
            needed.add(EngineName.KINESIS);
        }
        if (!template.buckets().isEmpty()) {
            needed.add(EngineName.S3);
        }
        if (!template.queues().isEmpty()) {
            needed.add(EngineName.SQS);
        }
        return needed;
    }

    /// @param otherwise where calls go of services that the template does not need: they are
    ///   refused there
    ServiceEndpoints endpoints(URI otherwise) {
        return new ServiceEndpoints(
                endpoint(EngineName.DYNAMODB, otherwise),
                endpoint(EngineName.KINESIS, otherwise),
                endpoint(EngineName.S3, otherwise),
                endpoint(EngineName.SQS, otherwise));
    }

    private URI endpoint(EngineName name, URI otherwise) {
        return needed.contains(name) ? engines.endpoint(name) : otherwise;
    }

    void setQueueTime(Instant marketNow) {
        if (needed.contains(EngineName.SQS)) {
            engines.sqsEngine().setNow(marketNow);
        }
    }

    void followWallClock() {
        if (needed.contains(EngineName.SQS)) {
            engines.sqsEngine().followWallClock();
        }
    }

    /// @throws EngineLostException if an engine has ended
    void requireRunning() {
        Map<EngineName, Long> running = engines.pids();
        for (EngineName name : needed) {
            if (!Objects.equals(running.get(name), started.get(name))) {
                throw new EngineLostException(name);
            }
        }
    }

    /// Called after a call has failed: if an engine is ending, this is why. The end of a process is
    /// noticed a moment after its port is gone, so it is waited for.
    ///
    /// @throws EngineLostException if an engine has ended
    void blame() {
        CompletableFuture.anyOf(
                        needed.stream().map(engines::exit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(0, NOTICE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        requireRunning();
    }

    @Override
    public void close() {
        engines.close();
    }
}
