package dev.bellwether.market;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What prices of different days are made comparable for.
public enum Basis {
    /// As traded on their day.
    RAW("raw"),
    /// As traded, restated for splits that took effect since; dividends stay in.
    SPLIT("split"),
    /// Restated for splits and for dividends, as Alpha Vantage's minutes and Yahoo's adjusted close
    /// are. No rule is evaluated on it: its figures change with every dividend.
    SPLIT_DIVIDEND("split+dividend");

    private final String id;

    Basis(String id) {
        this.id = id;
    }

    /// The basis' name in rules, ids and the lake.
    public String id() {
        return id;
    }

    /// The basis of that name; IllegalArgumentException when there is none.
    public static Basis of(String id) {
        return Stream.of(values())
                .filter(basis -> basis.id.equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "There is no basis %s, only %s"
                                        .formatted(
                                                id,
                                                Stream.of(values())
                                                        .map(Basis::id)
                                                        .collect(Collectors.joining(", ")))));
    }
}
