package dev.bellwether.market.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.market.DataCondition;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactRowTest {
    private static final Symbol NVDA = Symbol.of("NVDA");
    private static final LocalDate DAY = LocalDate.parse("2024-06-10");
    private static final Split SPLIT =
            new Split(NVDA, DAY, Instant.parse("2024-06-11T04:00:02Z"), 10, 1);

    @Test
    void factsComeBackAsTheyWereWritten() {
        SeriesFacts facts =
                FactRow.read(
                        List.of(
                                FactRow.ofCondition(
                                        NVDA, DAY, DataCondition.DEGRADED, "range-spike"),
                                FactRow.ofSplit(SPLIT)));

        assertThat(facts.splits()).containsExactly(SPLIT);
        assertThat(facts.condition(DAY)).isEqualTo(DataCondition.DEGRADED);
        assertThat(facts.condition(DAY.plusDays(1))).isEqualTo(DataCondition.AVAILABLE);
    }

    @Test
    void theSameFactLearntTwiceIsOneRow() {
        Split later = new Split(NVDA, DAY, SPLIT.knownAt().plusSeconds(60), 10, 1);

        assertThat(FactRow.ofSplit(later).get("sk")).isEqualTo(FactRow.ofSplit(SPLIT).get("sk"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sk         | fact#other  | no known fact",
                "new_shares | ten         | ten",
                "old_shares | 10          | 10 for 10",
                "known_at   | yesterday   | yesterday",
                "symbol     | nvda        | no symbol",
            })
    void aRowThatIsNoFactIsNamed(String attribute, String value, String problem) {
        Map<String, String> row = new HashMap<>(FactRow.ofSplit(SPLIT));
        row.put(attribute, value);

        assertThatThrownBy(() -> FactRow.read(List.of(row)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no fact")
                .hasMessageContaining(problem);
    }

    @Test
    void aRowWithoutOneOfItsAttributesIsNamed() {
        Map<String, String> row = new HashMap<>(FactRow.ofSplit(SPLIT));
        row.remove("known_at");

        assertThatThrownBy(() -> FactRow.read(List.of(row)))
                .hasMessageContaining("fact#split#2024-06-10")
                .hasMessageContaining("no known_at");
    }
}
