package dev.bellwether.training;

import java.util.Collection;

/// What must hold before a run's forecasts are published.
@FunctionalInterface
interface CanaryTrial {
    /// How the canaries fared, those among the run's symbols included.
    CanaryReport of(Workers workers, Collection<StudyRun.Result> results);
}
