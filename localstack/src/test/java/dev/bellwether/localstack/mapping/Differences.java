package dev.bellwether.localstack.mapping;

import dev.bellwether.localstack.mapping.Side.Name;
import java.util.List;
import java.util.Optional;

/// Where a side does not do what AWS's documentation says. Each must be seen: one that has gone
/// fails the suite, so that the list stays true.
final class Differences {
    /// @param instead what the side does
    /// @param because what in it is the cause
    record Difference(Name side, String caseId, Outcome instead, String because) {}

    static final List<Difference> ALL = List.of();

    private Differences() {}

    static Optional<Difference> of(Name side, MappingCase row) {
        return ALL.stream()
                .filter(one -> one.side() == side && one.caseId().equals(row.id()))
                .findFirst();
    }

    static Outcome wanted(Name side, MappingCase row) {
        return of(side, row).map(Difference::instead).orElse(row.expected());
    }
}
