package dev.bellwether.local;

import dev.bellwether.local.child.Supervisor;
import dev.bellwether.local.engine.EngineException;
import dev.bellwether.local.engine.EngineName;
import dev.bellwether.local.engine.EngineSettings;
import dev.bellwether.local.resource.ServiceEndpoints;
import dev.bellwether.local.template.Template;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The engines as children of the run's supervisor. Each is started once: an engine that ends by itself ends the run, because
/// functions hold its address.
final class ChildEngines implements Engines {
    private final dev.bellwether.local.engine.Engines engines;
    private final ServiceEndpoints endpoints;
    private final Set<EngineName> needed;

    private ChildEngines(dev.bellwether.local.engine.Engines engines, Set<EngineName> needed) {
        this.engines = engines;
        this.needed = EnumSet.copyOf(needed);
        endpoints =
                new ServiceEndpoints(engines.dynamodb(), engines.kinesis(), engines.s3(), engines.sqs());
    }

    static Engines start(LocalAwsSettings settings, Template template, Supervisor supervisor) {
        var engines =
                new dev.bellwether.local.engine.Engines(
                        supervisor,
                        new EngineSettings(
                                settings.home(),
                                settings.java(),
                                settings.node(),
                                settings.state(),
                                settings.logs()));
        Set<EngineName> needed = EnumSet.allOf(EngineName.class);
        try {
            engines.start(needed);
            return new ChildEngines(engines, needed);
        } catch (RuntimeException e) {
            engines.close();
            throw e;
        }
    }

    @Override
    public ServiceEndpoints endpoints() {
        return endpoints;
    }

    @Override
    public void setQueueTime(Instant marketNow) {
        engines.sqsEngine().setNow(marketNow);
    }

    @Override
    public void followWallClock() {
        engines.sqsEngine().followWallClock();
    }

    @Override
    public void stop(String name) {
        EngineName engine = EngineName.valueOf(name.toUpperCase(Locale.ROOT));
        needed.remove(engine);
        engines.stop(engine);
    }

    @Override
    public void requireRunning() {
        for (EngineName name : needed) {
            if (!engines.pids().containsKey(name)) {
                throw new EngineException(
                        "The engine %s has ended by itself. What was acknowledged is kept; run again to go on. Its log is logs/%s.log in the state folder."
                                .formatted(name, name));
            }
        }
    }

    @Override
    public void close() {
        engines.close();
    }
}
