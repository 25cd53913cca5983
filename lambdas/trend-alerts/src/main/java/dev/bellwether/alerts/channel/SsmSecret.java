package dev.bellwether.alerts.channel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;

/// A SecureString of SSM, kept in memory for ten minutes, so that a new one is in use soon after it
/// was stored.
public final class SsmSecret implements SecretSource {
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private final SsmClient ssm;
    private final String parameter;
    private final InstantSource clock;
    private String kept = "";
    private Instant keptUntil = Instant.MIN;

    /// @param parameter name of the parameter
    public SsmSecret(SsmClient ssm, String parameter, InstantSource clock) {
        this.ssm = ssm;
        this.parameter = parameter;
        this.clock = clock;
    }

    @Override
    public String reveal() {
        Instant now = clock.instant();
        if (now.isBefore(keptUntil)) {
            return kept;
        }
        try {
            kept =
                    ssm.getParameter(request -> request.name(parameter).withDecryption(true))
                            .parameter()
                            .value();
        } catch (SdkException e) {
            throw new DeliveryFailedException(
                    "Reading parameter %s failed: %s"
                            .formatted(parameter, e.getClass().getSimpleName()),
                    e);
        }
        keptUntil = now.plus(KEPT_FOR);
        return kept;
    }
}
