package dev.bellwether.training;

import java.util.Optional;

/// How the canaries of a run fared.
///
/// @param walkClaims how many of the random walks claimed skill
/// @param walks how many there were
/// @param shuffleClaims how many of the shuffles claimed skill
/// @param shuffles how many there were: fewer than asked for when no symbol had enough samples
/// @param leakCaught whether a feature from the future was caught
/// @param plantedFound whether the planted dependence was found
/// @param lookAhead whether a symbol's features changed when the future was cut off
record CanaryReport(
        int walkClaims,
        int walks,
        int shuffleClaims,
        int shuffles,
        boolean leakCaught,
        boolean plantedFound,
        boolean lookAhead) {
    /// Of twenty, by chance, more claim in three runs of a thousand if each does one time in
    /// twenty.
    static final int MOST_CLAIMS = 4;

    /// Why the run's forecasts must not be published, if they must not.
    Optional<String> reasonToWithhold() {
        if (walkClaims > MOST_CLAIMS) {
            return Optional.of("%d of %d random walks claim skill".formatted(walkClaims, walks));
        }
        if (shuffleClaims > MOST_CLAIMS) {
            return Optional.of(
                    "%d of %d shuffles of the labels claim skill"
                            .formatted(shuffleClaims, shuffles));
        }
        if (lookAhead) {
            return Optional.of("a feature changes when the future is cut off");
        }
        if (!leakCaught) {
            return Optional.of("a feature from the future was not caught");
        }
        return plantedFound
                ? Optional.empty()
                : Optional.of("a planted dependence of returns was not found");
    }
}
