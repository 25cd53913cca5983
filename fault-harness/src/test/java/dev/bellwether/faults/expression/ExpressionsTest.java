package dev.bellwether.faults.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What holds and what not is held against DynamoDB by `SimulatedTableContract`; here is what must
/// not pass in silence.
class ExpressionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "size(:x) > :x",
                "a > size(b)",
                "contains(:x, a)",
                "a.b = :x",
                "a[0] = :x",
                "a IN (:x)",
                "a = :x AND",
                "a",
                "(a = :x"
            })
    void aConditionThatIsNotSimulatedIsNamed(String condition) {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Condition.parse(condition))
                .withMessageContaining(condition);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADD a b", "DELETE a :x", "SET a = list_append(a, :x)"})
    void anUpdateThatIsNotSimulatedIsNamed(String update) {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> UpdateExpression.parse(update))
                .withMessageContaining(update);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pk > :x",
                "pk = :x OR sk = :x",
                "pk = :x AND other = :x",
                "pk = :x AND sk <> :x",
                "sk = :x"
            })
    void whatIsNoKeyConditionIsRefused(String expression) {
        Binding binding = new Binding(Map.of(), Map.of(":x", AttributeValue.fromS("x")));

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> KeyCondition.parse(expression, "pk", "sk", binding));
    }

    @Test
    void placeholdersThatStandForNothingAndThoseThatNobodyUsesAreRefused() {
        Binding binding = new Binding(Map.of("#a", "a"), Map.of());

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> binding.requireUsed(Set.of()))
                .withMessageContaining("#a");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> Condition.parse("#b = :x").condition().holds(Map.of(), binding));
    }

    @Test
    void numbersKeepTheirDigitsButNotTheirZeros() {
        assertThat(Values.stored(AttributeValue.fromN("1.500")))
                .isEqualTo(AttributeValue.fromN("1.5"));
        assertThat(Values.stored(AttributeValue.fromN("100")))
                .isEqualTo(AttributeValue.fromN("100"));
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> Values.stored(AttributeValue.fromN("1".repeat(39))));
    }
}
