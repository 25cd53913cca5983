package dev.bellwether.market.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bellwether.market.Symbol;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleRowTest {
    @Test
    void aRuleComesBackFromItsRow() {
        for (Rule rule :
                List.of(
                        StandardRules.SMA_DAILY,
                        StandardRules.MOVE_DAILY,
                        new Rule(
                                Bars.live("price-level:10"),
                                new TreeSet<>(Symbol.listOf("MSFT,AAPL")),
                                Severity.CRITICAL,
                                Rule.Status.DISABLED,
                                Optional.of(Instant.parse("2026-11-25T14:30:00Z")),
                                Instant.parse("2026-01-01T00:00:00Z")))) {
            assertThat(RuleRow.read(RuleRow.attributes(rule))).isEqualTo(rule);
        }
    }

    @Test
    void aNumberThatAStoreWritesAnotherWayIsTheSameRule() {
        Map<String, String> row = new HashMap<>(RuleRow.attributes(StandardRules.SMA_DAILY));
        row.put("band", "1.00");

        assertThat(RuleRow.read(row)).isEqualTo(StandardRules.SMA_DAILY);
    }

    @Test
    void theKeysOfARuleSortByVersion() {
        assertThat(RuleRow.sortKey("sma-daily")).isEqualTo("rule#sma-daily");
        assertThat(RuleRow.versionSortKey(StandardRules.SMA_DAILY.definition()))
                .isEqualTo("rule-version#sma-daily#0001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule_id",
                "version",
                "kind",
                "feed",
                "basis",
                "timeframe",
                "band",
                "cool_down_bars",
                "longest_gap",
                "severity",
                "status",
                "since"
            })
    void aRowWithoutAnAttributeIsRefusedByItsName(String attribute) {
        Map<String, String> row = new HashMap<>(RuleRow.attributes(StandardRules.SMA_DAILY));
        row.remove(attribute);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleRow.read(row))
                .withMessageContaining("has no " + attribute);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version | one | sma-daily",
                "version | 0 | begin with 1",
                "kind | sma-crossover:20,5 | fast average first",
                "basis | adjusted | only raw, split",
                "timeframe | 2h | 1m, 5m, 15m, 1d",
                "band | wide | sma-daily",
                "band | 11 | 0 to 10",
                "cool_down_bars | 251 | 0 to 250",
                "longest_gap | 99999999999 | sma-daily",
                "severity | loud | info, warning and critical",
                "status | paused | enabled or disabled",
                "symbols | aapl | no symbol",
                "muted_until | tomorrow | sma-daily",
                "since | always | sma-daily"
            })
    void aMalformedAttributeIsRefusedInWords(String attribute, String value, String words) {
        Map<String, String> row = new HashMap<>(RuleRow.attributes(StandardRules.SMA_DAILY));
        row.put(attribute, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleRow.read(row))
                .withMessageContaining(words);
    }

    @Test
    void aRowTakesTheStandardRulesPlace() {
        Rule disabled = StandardRules.SMA_DAILY.with(Rule.Status.DISABLED);

        assertThat(StandardRules.overlaidWith(List.of(disabled)))
                .containsExactly(StandardRules.MOVE_DAILY, disabled);
    }
}
