package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.ProviderFailure;
import dev.bellwether.ingest.ProviderFailure.Auth;
import dev.bellwether.ingest.ProviderFailure.QuotaExhausted;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a run has learnt about its key, so that no later symbol spends a call on finding it out
/// again.
final class RunLimits {
    private boolean fullRefused;
    private @Nullable ProviderFailure stop;

    boolean isFullRefused() {
        return fullRefused;
    }

    void refuseFull() {
        fullRefused = true;
    }

    /// The failure after which no call of this run can succeed.
    Optional<ProviderFailure> findStop() {
        return Optional.ofNullable(stop);
    }

    void learnFrom(ProviderFailure failure) {
        if (failure instanceof QuotaExhausted || failure instanceof Auth) {
            stop = failure;
        }
    }
}
