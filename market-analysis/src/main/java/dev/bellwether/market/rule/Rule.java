package dev.bellwether.market.rule;

import dev.bellwether.market.Symbol;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// A rule as its owner manages it: a definition, and whether and for what it is heard.
///
/// @param symbols the symbols it watches; empty for all
/// @param mutedUntil until when its alerts are recorded without being sent
/// @param since when the definition took effect; earlier bars do not alert
public record Rule(
        RuleDefinition definition,
        SortedSet<Symbol> symbols,
        Severity severity,
        Status status,
        Optional<Instant> mutedUntil,
        Instant since) {
    /// Whether a rule is evaluated.
    public enum Status {
        /// It is.
        ENABLED("enabled"),
        /// It is not.
        DISABLED("disabled");

        private final String id;

        Status(String id) {
            this.id = id;
        }

        /// The status' name in rows.
        public String id() {
            return id;
        }

        /// The status of that name; IllegalArgumentException when there is none.
        public static Status of(String id) {
            return switch (id) {
                case "enabled" -> ENABLED;
                case "disabled" -> DISABLED;
                default ->
                        throw new IllegalArgumentException(
                                "A rule is enabled or disabled, not " + id);
            };
        }
    }

    public Rule {
        symbols = Collections.unmodifiableSortedSet(new TreeSet<>(symbols));
    }

    /// Whether it is evaluated for the symbol.
    public boolean watches(Symbol symbol) {
        return status == Status.ENABLED && (symbols.isEmpty() || symbols.contains(symbol));
    }

    /// Whether its alerts of that time are recorded without being sent.
    public boolean isMuted(Instant at) {
        return mutedUntil.filter(at::isBefore).isPresent();
    }

    /// The rule with another status.
    public Rule with(Status other) {
        return new Rule(definition, symbols, severity, other, mutedUntil, since);
    }

    /// The rule, muted until then, or not at all.
    public Rule mutedUntil(Optional<Instant> until) {
        return new Rule(definition, symbols, severity, status, until, since);
    }
}
