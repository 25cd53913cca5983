package dev.bellwether.cli.store;

import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.store.PipelineStores.Buckets;
import dev.bellwether.cli.store.PipelineStores.Place;
import dev.bellwether.cli.store.PipelineStores.Use;
import dev.bellwether.cli.store.StoreClients.Service;
import dev.bellwether.local.LocalAws;
import dev.bellwether.local.LocalAwsSettings;
import dev.bellwether.local.LocalStores;
import dev.bellwether.local.RunEndpoints;
import dev.bellwether.local.StateInUseException;
import dev.bellwether.local.engine.EngineName;
import dev.bellwether.local.engine.EngineSettings;
import dev.bellwether.local.resource.ServiceEndpoints;
import dev.bellwether.local.template.Template;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// The stores of a state folder: those of the run that has it, or started over it when none has.
final class LocalPlace {
    /// A run starts its engines, and another command is done, in a few seconds.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private LocalPlace() {}

    /// @throws FailedException if there was no run yet, or another process keeps the folder without
    ///   being a run
    static PipelineStores open(StateFolder state, Use use) {
        long start = System.nanoTime();
        while (true) {
            try {
                return started(state, use);
            } catch (StateInUseException e) {
                Optional<RunEndpoints> run = runOf(e.owner(), state);
                if (run.isPresent()) {
                    return running(run.get(), state);
                }
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new FailedException(
                            "State folder %s is in use by process %s, which does not say where its stores are. Is another command at work there, or a run just starting or ending? Try again, or end that process."
                                    .formatted(state.path(), e.owner()),
                            e);
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }

    /// What a killed run has left names another process than the one that has the lock.
    private static Optional<RunEndpoints> runOf(String owner, StateFolder state) {
        return RunEndpoints.find(state.path()).filter(run -> run.processId().equals(owner));
    }

    static Buckets buckets(StateFolder state) {
        StoreNames names = StoreNames.of(Template.read(state.lastAssembly()));
        return new Buckets(
                new FileObjects(state.buckets().resolve(names.lake())),
                new FileObjects(state.buckets().resolve(names.failures())));
    }

    private static PipelineStores running(RunEndpoints run, StateFolder state) {
        return new PipelineStores(
                Place.RUNNING,
                StoreNames.of(Template.read(run.assembly())),
                StoreClients.local(addresses(run.engines(), run.services())),
                state.replaysMarket(),
                Optional.empty(),
                () -> {});
    }

    private static PipelineStores started(StateFolder state, Use use) {
        Path assembly = state.lastAssembly();
        Home home = Home.current();
        return switch (use) {
            case TABLE -> table(state, assembly, home);
            case EVERYTHING -> everything(state, assembly, home);
        };
    }

    private static PipelineStores table(StateFolder state, Path assembly, Home home) {
        StoreNames names = StoreNames.of(Template.read(assembly));
        LocalStores engines =
                LocalStores.start(
                        new EngineSettings(
                                home.root(), home.java(), home.node(), state.path(), state.logs()),
                        Set.of(EngineName.DYNAMODB));
        return new PipelineStores(
                Place.STATE_FOLDER,
                names,
                StoreClients.local(service ->
                        switch (service) {
                            case DYNAMODB -> engines.endpoint(EngineName.DYNAMODB);
                            case KINESIS -> engines.endpoint(EngineName.KINESIS);
                            case S3 -> engines.endpoint(EngineName.S3);
                            case LAMBDA ->
                                    throw new IllegalStateException("Only a run has functions");
                        }),
                state.replaysMarket(),
                Optional.empty(),
                engines);
    }

    private static PipelineStores everything(StateFolder state, Path assembly, Home home) {
        LocalAws run =
                LocalAws.start(
                        new LocalAwsSettings(
                                assembly,
                                state.path(),
                                home.root(),
                                home.java(),
                                home.node(),
                                Map.of(),
                                Map.of(),
                                home.trainingEntryPoint(),
                                InstantSource.system(),
                                _ -> {}));
        return new PipelineStores(
                Place.STATE_FOLDER,
                StoreNames.of(run.template()),
                StoreClients.local(addresses(run.engines(), run.thinServices())),
                state.replaysMarket(),
                Optional.of(run),
                run);
    }

    private static Function<Service, URI> addresses(ServiceEndpoints engines, URI services) {
        return service ->
                switch (service) {
                    case DYNAMODB -> engines.dynamoDb();
                    case KINESIS -> engines.kinesis();
                    case S3 -> engines.s3();
                    case LAMBDA -> services;
                };
    }
}
