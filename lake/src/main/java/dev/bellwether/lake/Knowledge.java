package dev.bellwether.lake;

import java.time.Instant;

/// Since when something is known.
///
/// @param at when the raw object was fetched; never when it was processed
/// @param assumed whether `at` is not a fetch time but the session's close plus the provider's
///   usual delay, as for history that was imported later
public record Knowledge(Instant at, boolean assumed) {
    /// Known since it was fetched then.
    public static Knowledge fetched(Instant at) {
        return new Knowledge(at, false);
    }

    /// Assumed to be known since then.
    public static Knowledge assumed(Instant at) {
        return new Knowledge(at, true);
    }
}
