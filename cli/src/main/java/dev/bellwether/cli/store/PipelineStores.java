package dev.bellwether.cli.store;

import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.store.StoreOption.Target;
import dev.bellwether.local.LocalAws;
import dev.bellwether.local.mapping.DrainReport;
import dev.bellwether.local.mapping.MappingCounters;
import dev.bellwether.local.template.EventSource;
import dev.bellwether.local.template.EventSourceMapping;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/// A pipeline's stores and functions for one command: those of a local run that is going on, those
/// that an ended run left in its state folder, or those of deployed stacks.
///
/// Methods throw [SdkException] where a store refuses; [#use] tells the user what that means.
public final class PipelineStores implements AutoCloseable {
    private final Place place;
    private final StoreNames names;
    private final StoreClients clients;
    private final boolean replaysMarket;
    private final Optional<LocalAws> ownRun;
    private final AutoCloseable engines;

    PipelineStores(
            Place place,
            StoreNames names,
            StoreClients clients,
            boolean replaysMarket,
            Optional<LocalAws> ownRun,
            AutoCloseable engines) {
        this.place = place;
        this.names = names;
        this.clients = clients;
        this.replaysMarket = replaysMarket;
        this.ownRun = ownRun;
        this.engines = engines;
    }

    /// Where the stores are.
    public enum Place {
        /// In a state folder that no run has; engines were started over it.
        STATE_FOLDER,
        /// In the engines of a local run that is going on.
        RUNNING,
        /// In the user's AWS account.
        AWS
    }

    /// What a command needs, which says what has to be started.
    public enum Use {
        /// The table.
        TABLE,
        /// All stores, and the functions behind them.
        EVERYTHING
    }

    /// What became of the streams' records.
    ///
    /// @param quotes records of the quote stream that its function took
    /// @param givenUp records that were given up, and lie in the failure bucket
    /// @param blocked mappings whose function keeps failing
    public record Settled(long quotes, long givenUp, List<String> blocked) {}

    /// Opens the stores, does the work and closes them.
    ///
    /// @throws FailedException if the place can't be opened or a store refuses
    public static <T> T use(StoreOption where, Use use, Function<PipelineStores, T> work) {
        Target target = where.target();
        try (PipelineStores stores = open(target, use)) {
            return work.apply(stores);
        } catch (SdkException e) {
            throw Explained.of(e, target);
        }
    }

    /// The buckets of the lake and of failures, to be looked at only: on this machine without an
    /// engine, whether a run is going on or not.
    ///
    /// @throws FailedException as [#use]
    public static <T> T look(StoreOption where, Function<Buckets, T> work) {
        return switch (where.target()) {
            case Target.Local(var state) -> work.apply(LocalPlace.buckets(state));
            case Target.Deployed _ ->
                    use(
                            where,
                            Use.EVERYTHING,
                            stores -> work.apply(new Buckets(stores.lake(), stores.failures())));
        };
    }

    /// Two buckets.
    public record Buckets(StoredObjects lake, StoredObjects failures) {}

    private static PipelineStores open(Target target, Use use) {
        return switch (target) {
            case Target.Local(var state) -> LocalPlace.open(state, use);
            case Target.Deployed(String prefix) -> deployed(prefix);
        };
    }

    private static PipelineStores deployed(String prefix) {
        StoreClients clients = StoreClients.aws();
        StoreNames names =
                new DeployedNames(clients.cloudFormation(), clients.lambda()).read(prefix);
        return new PipelineStores(Place.AWS, names, clients, false, Optional.empty(), () -> {});
    }

    /// Where the stores are.
    public Place place() {
        return place;
    }

    /// What the stores and functions are called.
    public StoreNames names() {
        return names;
    }

    /// Whether the market's days are replayed: the newest of them may be long past.
    public boolean replaysMarket() {
        return replaysMarket;
    }

    /// The table's items.
    public MarketItems items() {
        return new DynamoItems(clients.dynamoDb(), names.table());
    }

    /// Client of the stream's service.
    public KinesisClient kinesis() {
        return clients.kinesis();
    }

    /// The lake's objects.
    public MovableObjects lake() {
        return new S3Objects(clients.s3(), names.lake());
    }

    /// What event source mappings gave up.
    public MovableObjects failures() {
        return new S3Objects(clients.s3(), names.failures());
    }

    /// Invokes a function and returns its answer.
    ///
    /// @param function as the app calls it, such as `TrendAlerts`
    /// @param event JSON
    /// @throws FailedException if the function fails, or the pipeline has none of that id
    public String invoke(String function, String event) {
        String name = names.function(function);
        InvokeResponse response =
                clients.lambda()
                        .invoke(invoke ->
                                invoke.functionName(name).payload(SdkBytes.fromUtf8String(event)));
        String answer = response.payload().asString(StandardCharsets.UTF_8);
        if (response.functionError() != null) {
            throw new FailedException("Function %s failed: %s".formatted(function, answer));
        }
        return answer;
    }

    /// Lets the functions take all that is in the streams, where that is this process's to do:
    /// elsewhere they do so by themselves, and the answer is empty.
    public Optional<Settled> settle() {
        return ownRun.map(run -> {
            List<MappingCounters> before = run.mappingCounters();
            DrainReport drained = run.drain();
            List<MappingCounters> after = run.mappingCounters();
            return new Settled(
                    sum(after, run, MappingCounters::delivered)
                            - sum(before, run, MappingCounters::delivered),
                    sum(after, run, MappingCounters::discarded)
                            - sum(before, run, MappingCounters::discarded),
                    drained.blocked());
        });
    }

    private static long sum(
            List<MappingCounters> counters, LocalAws run, Function<MappingCounters, Long> count) {
        List<String> ofQuotes =
                run.template().mappings().stream()
                        .filter(mapping -> mapping.source() instanceof EventSource.KinesisStream)
                        .map(EventSourceMapping::logicalId)
                        .toList();
        return counters.stream()
                .filter(mapping -> ofQuotes.contains(mapping.mapping()))
                .mapToLong(count::apply)
                .sum();
    }

    /// Ends what was started for the command; a run that was going on before goes on.
    @Override
    public void close() {
        try (clients) {
            engines.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The stores did not close cleanly", e);
        }
    }
}
