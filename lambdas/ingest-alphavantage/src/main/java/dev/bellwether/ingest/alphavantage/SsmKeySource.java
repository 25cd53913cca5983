package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.ApiKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;

/// The key from a SecureString of SSM, kept in memory for ten minutes, so that a new key is in use
/// soon after it was stored.
final class SsmKeySource implements KeySource {
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private final SsmClient ssm;
    private final String parameter;
    private final InstantSource clock;
    private @Nullable ApiKey kept;
    private Instant keptUntil = Instant.EPOCH;

    SsmKeySource(SsmClient ssm, String parameter, InstantSource clock) {
        this.ssm = ssm;
        this.parameter = parameter;
        this.clock = clock;
    }

    @Override
    public ApiKey key() {
        Instant now = clock.instant();
        ApiKey key = kept;
        if (key == null || !now.isBefore(keptUntil)) {
            Parameter answer =
                    ssm.getParameter(request -> request.name(parameter).withDecryption(true))
                            .parameter();
            key = ApiKey.stored(parameter + ":" + answer.version(), answer.value());
            kept = key;
            keptUntil = now.plus(KEPT_FOR);
        }
        return key;
    }
}
