package dev.bellwether.faults;

import dev.bellwether.faults.plan.FaultKind;
import dev.bellwether.faults.plan.FaultPlan.Struck;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What came of one seed.
///
/// @param violations what was not as it had to be; empty if all was
/// @param faults all that went wrong as planned, in order
/// @param quotes valid quotes that were sent, each identity once
/// @param table what is in it at the end
/// @param messages all that were published
/// @param retractions those that take an alert back
/// @param repeatedMessages those beyond the first of their id
/// @param afterCrash how often a crash between publish and mark allowed a repetition
/// @param afterFailedCall how often a failed call between publish and mark did
/// @param givenUp records in the failure bucket
/// @param overtaken records that a stream gave after one that had come later
/// @param invocations of functions
public record SeedReport(
        long seed,
        List<Violation> violations,
        List<Struck> faults,
        int quotes,
        TableCounts table,
        int messages,
        int retractions,
        int repeatedMessages,
        int afterCrash,
        int afterFailedCall,
        int givenUp,
        int overtaken,
        int invocations) {
    public SeedReport {
        violations = List.copyOf(violations);
        faults = List.copyOf(faults);
    }

    /// How often each kind of fault struck.
    public Map<FaultKind, Integer> faultCounts() {
        Map<FaultKind, Integer> counts = new EnumMap<>(FaultKind.class);
        faults.forEach(fault -> counts.merge(fault.kind(), 1, Integer::sum));
        return counts;
    }
}
