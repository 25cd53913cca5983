package dev.bellwether.local.mapping;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/// What all mappings of a run share.
///
/// @param calls Kinesis, DynamoDB with its streams, and SQS
/// @param objects takes given-up batches whose destination is a bucket
/// @param topics takes given-up batches whose destination is a topic
/// @param clock wall clock, against which the engines' arrival times are held
/// @param ids new ones, for what is given up: the only thing here that is random
/// @param checkpoints where the checkpoints are kept
/// @param health asked before records are given up
/// @param pause waits between two attempts
public record MappingServices(
        ServiceCalls calls,
        ObjectStore objects,
        TopicPublisher topics,
        InstantSource clock,
        Supplier<UUID> ids,
        CheckpointFiles checkpoints,
        HealthCheck health,
        RetryPause pause,
        MappingListener listener) {

    /// With checkpoints on disk and random ids.
    ///
    /// @param checkpoints their folder, such as `<state>/checkpoints`
    public MappingServices(
            ServiceCalls calls,
            ObjectStore objects,
            TopicPublisher topics,
            InstantSource clock,
            Path checkpoints,
            HealthCheck health,
            RetryPause pause,
            MappingListener listener) {
        this(
                calls,
                objects,
                topics,
                clock,
                UUID::randomUUID,
                CheckpointFiles.in(checkpoints),
                health,
                pause,
                listener);
    }

    /// Stores an object, in place of the one that may be there.
    @FunctionalInterface
    public interface ObjectStore {
        void put(String bucket, String key, byte[] content);
    }

    /// Publishes a message to a topic.
    @FunctionalInterface
    public interface TopicPublisher {
        void publish(String topicArn, String message);
    }

    /// Says whether failures may be the fault of an engine that is gone. Then records stay where
    /// they are, unacknowledged, for the next run; AWS's services do not go away like that.
    @FunctionalInterface
    public interface HealthCheck {
        /// @throws RuntimeException that ends the step if an engine is gone
        void requireHealthy();
    }

    /// Waits before a batch is tried again.
    @FunctionalInterface
    public interface RetryPause {
        /// @param failures failed attempts so far, from 1
        void await(int failures);
    }
}
