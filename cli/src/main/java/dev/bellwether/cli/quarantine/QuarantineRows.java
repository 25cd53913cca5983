package dev.bellwether.cli.quarantine;

import dev.bellwether.cli.output.ResultTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Quarantine as it is printed.
final class QuarantineRows {
    /// Of the list.
    static final List<String> COLUMNS =
            List.of("id", "source", "symbol", "reason", "detail", "sequence_number", "observed_at");

    /// The reason shown of what no function rejected, but its function failed at to the end.
    static final String GIVEN_UP = "given-up";

    private QuarantineRows() {}

    /// @param day see [QuarantineShelf]
    /// @param reasons which reasons to show
    static List<List<@Nullable String>> of(
            QuarantineShelf shelf, Optional<LocalDate> day, Predicate<String> reasons) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        shelf.rejected(day).stream()
                .flatMap(List::stream)
                .filter(row -> reasons.test(row.reason()))
                .forEach(row ->
                        rows.add(
                                List.of(
                                        row.id(),
                                        row.source(),
                                        row.symbol(),
                                        row.reason(),
                                        row.detail(),
                                        row.sequenceNumber(),
                                        row.observedAt())));
        if (reasons.test(GIVEN_UP)) {
            shelf.givenUp(day)
                    .forEach(batch ->
                            rows.add(
                                    List.of(
                                            batch.id(),
                                            batch.function(),
                                            "",
                                            GIVEN_UP,
                                            batch.detail(),
                                            batch.sequenceNumbers(),
                                            batch.at())));
        }
        return rows;
    }

    /// What a redrive came to.
    static ResultTable table(List<RedriveRow> rows) {
        return new ResultTable(
                List.of("id", "source", "symbol", "outcome", "records", "detail"),
                rows.stream()
                        .map(row ->
                                List.<@Nullable String>of(
                                        row.id(),
                                        row.source(),
                                        row.symbol(),
                                        row.outcome().toString(),
                                        Integer.toString(row.records()),
                                        row.detail()))
                        .toList());
    }
}
