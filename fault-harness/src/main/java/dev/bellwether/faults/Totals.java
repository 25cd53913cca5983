package dev.bellwether.faults;

import dev.bellwether.faults.plan.FaultKind;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What came of many seeds.
public final class Totals {
    private final Map<FaultKind, Long> faults = new EnumMap<>(FaultKind.class);
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final NavigableMap<Long, List<Violation>> failed = new TreeMap<>();

    /// Adds a seed's.
    void add(SeedReport report) {
        report.faultCounts().forEach((kind, count) -> faults.merge(kind, (long) count, Long::sum));
        count("seeds", 1);
        count("quotes", report.quotes());
        count("invocations", report.invocations());
        count("records read out of their order", report.overtaken());
        count("records given up to the failure bucket", report.givenUp());
        count("sampled bars", report.table().sampledBars());
        count("restated sampled bars", report.table().restatedBars());
        count("alert rows", report.table().alerts());
        count("recorded alerts", report.table().recorded());
        count("retracted alerts", report.table().retracted());
        count("messages", report.messages());
        count("messages of retractions", report.retractions());
        count("crashes between publish and mark", report.afterCrash());
        count("failed calls between publish and mark", report.afterFailedCall());
        count("repeated messages", report.repeatedMessages());
        for (Violation.Kind kind : Violation.Kind.values()) {
            count(
                    kind.text(),
                    (int)
                            report.violations().stream()
                                    .filter(violation -> violation.kind() == kind)
                                    .count());
        }
        count("failed seeds", report.violations().isEmpty() ? 0 : 1);
        if (!report.violations().isEmpty()) {
            failed.put(report.seed(), report.violations());
        }
    }

    private void count(String what, int count) {
        counts.merge(what, (long) count, Long::sum);
    }

    /// Counts of what was there and what came of it, by their names.
    public Map<String, Long> counts() {
        return counts;
    }

    /// How often each kind of fault struck.
    public Map<FaultKind, Long> faults() {
        return faults;
    }

    /// What was wrong, by seed.
    public NavigableMap<Long, List<Violation>> failed() {
        return failed;
    }
}
