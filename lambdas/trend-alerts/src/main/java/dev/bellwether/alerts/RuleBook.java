package dev.bellwether.alerts;

import dev.bellwether.market.rule.Rule;
import java.util.List;

/// The rules, as they are at the moment of the call.
@FunctionalInterface
interface RuleBook {
    /// Opens the book. Throws [AwsCallFailedException] when that failed.
    Page read();

    /// What stands in the book.
    ///
    /// @param rules the standard rules, overlaid with the table's rows
    /// @param unreadable rows that are no rules
    record Page(List<Rule> rules, List<Unreadable> unreadable) {}

    /// A row that is no rule; without it, the rule it should be is not in force.
    record Unreadable(Item row, String problem) {}
}
