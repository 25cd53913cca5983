package dev.bellwether.engine.sqs;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.elasticmq.util.NowProvider;

/// The queues' clock: the given source's time until it is set, then stands still until it is set
/// again or released.
final class SettableClock extends NowProvider {
    private final InstantSource wallClock;
    private volatile InstantSource source;

    SettableClock(InstantSource wallClock) {
        this.wallClock = wallClock;
        this.source = wallClock;
    }

    void set(Instant now) {
        source = InstantSource.fixed(now);
    }

    void release() {
        source = wallClock;
    }

    @Override
    public long nowMillis() {
        return source.millis();
    }

    @Override
    public OffsetDateTime now() {
        return source.instant().atOffset(ZoneOffset.UTC);
    }
}
