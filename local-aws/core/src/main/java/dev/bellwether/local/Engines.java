package dev.bellwether.local;

import dev.bellwether.local.resource.ServiceEndpoints;
import java.time.Instant;

/// The engines of one run.
public interface Engines extends AutoCloseable {
    ServiceEndpoints endpoints();

    /// What SQS takes for the time, for delays and visibility.
    void setQueueTime(Instant marketNow);

    /// SQS goes by the wall clock again.
    void followWallClock();

    /// Ends one engine and frees its memory.
    ///
    /// @param name `dynamodb`, `kinesis`, `s3` or `sqs`
    void stop(String name);

    /// @throws RuntimeException that names the engine which has ended
    void requireRunning();

    @Override
    void close();
}
