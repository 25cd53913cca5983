package dev.bellwether.local;

import dev.bellwether.local.child.Supervisor;
import dev.bellwether.local.engine.EngineName;
import dev.bellwether.local.engine.EngineSettings;
import dev.bellwether.local.engine.Engines;
import java.net.URI;
import java.util.Set;

/// Engines over what a run has left in its state folder, without a run: no function is started, no
/// schedule fires and no stream is read. The folder is this process's until [#close()].
public final class LocalStores implements AutoCloseable {
    private final StateLock lock;
    private final Supervisor supervisor;
    private final Engines engines;

    private LocalStores(StateLock lock, Supervisor supervisor, Engines engines) {
        this.lock = lock;
        this.supervisor = supervisor;
        this.engines = engines;
    }

    /// Starts the named engines side by side and returns when all of them are ready.
    ///
    /// @throws StateInUseException if a run has the state folder, or another process as this one
    /// @throws dev.bellwether.local.engine.EngineException if an engine cannot be started
    public static LocalStores start(EngineSettings settings, Set<EngineName> needed) {
        StateLock lock = StateLock.of(settings.state());
        try {
            Supervisor supervisor =
                    Supervisor.start(
                            settings.java(), settings.logs().resolve("stores-supervisor.log"));
            try {
                Engines engines = new Engines(supervisor, settings);
                engines.start(needed);
                return new LocalStores(lock, supervisor, engines);
            } catch (RuntimeException e) {
                supervisor.close();
                throw e;
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Base address of a service; starts its engine if need be.
    public URI endpoint(EngineName engine) {
        return engines.endpoint(engine);
    }

    /// Ends the engines and gives the folder back.
    @Override
    public void close() {
        try (lock;
                supervisor) {
            engines.close();
        }
    }
}
