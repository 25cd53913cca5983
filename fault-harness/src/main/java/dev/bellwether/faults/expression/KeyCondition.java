package dev.bellwether.faults.expression;

import dev.bellwether.faults.expression.Condition.And;
import dev.bellwether.faults.expression.Condition.BeginsWith;
import dev.bellwether.faults.expression.Condition.Between;
import dev.bellwether.faults.expression.Condition.Comparator;
import dev.bellwether.faults.expression.Condition.Comparison;
import dev.bellwether.faults.expression.Operand.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The key condition of a Query: the partition's key, and perhaps a range of sort keys.
///
/// @param partition the value of the partition key
/// @param range what items of the partition must meet: nothing, or one thing of the sort key
/// @param placeholders that it has
public record KeyCondition(
        AttributeValue partition, List<Condition> range, Set<String> placeholders) {
    /// @throws InvalidRequestException if it is no key condition
    public static KeyCondition parse(
            String expression, String partitionKey, String sortKey, Binding binding) {
        Condition.Parsed parsed = Condition.parse(expression);
        List<Condition> range = new ArrayList<>();
        flatten(parsed.condition(), range);
        AttributeValue partition = null;
        for (Condition one : List.copyOf(range)) {
            if (one instanceof Comparison(Attribute(String word), Comparator comparator, var value)
                    && comparator == Comparator.EQUAL
                    && binding.name(word).equals(partitionKey)
                    && value instanceof Operand.Value(String placeholder)) {
                partition = binding.value(placeholder);
                range.remove(one);
            }
        }
        if (partition == null
                || range.size() > 1
                || !range.stream().allMatch(one -> isAbout(one, sortKey, binding))) {
            throw new InvalidRequestException("\"%s\" is no key condition".formatted(expression));
        }
        return new KeyCondition(partition, range, parsed.placeholders());
    }

    /// The part of a partition that may be in the range, by sort keys.
    ///
    /// @throws InvalidRequestException for a range that ends before it begins
    public <T> NavigableMap<String, T> within(NavigableMap<String, T> items, Binding binding) {
        for (Condition one : range) {
            if (one
                    instanceof
                    Between(var _, Operand.Value(String low), Operand.Value(String high))) {
                String first = binding.value(low).s();
                String last = binding.value(high).s();
                if (first.compareTo(last) > 0) {
                    throw new InvalidRequestException("%s is after %s".formatted(first, last));
                }
                return items.subMap(first, true, last, true);
            }
        }
        return items;
    }

    private static void flatten(Condition condition, List<Condition> all) {
        if (condition instanceof And(Condition one, Condition other)) {
            flatten(one, all);
            flatten(other, all);
        } else {
            all.add(condition);
        }
    }

    private static boolean isAbout(Condition condition, String sortKey, Binding binding) {
        if (condition instanceof Comparison(Attribute(String word), var comparator, var value)) {
            return comparator != Comparator.NOT_EQUAL
                    && value instanceof Operand.Value
                    && binding.name(word).equals(sortKey);
        }
        if (condition
                instanceof Between(Attribute(String word), Operand.Value _, Operand.Value _)) {
            return binding.name(word).equals(sortKey);
        }
        return condition instanceof BeginsWith(Attribute(String word), Operand.Value _)
                && binding.name(word).equals(sortKey);
    }
}
