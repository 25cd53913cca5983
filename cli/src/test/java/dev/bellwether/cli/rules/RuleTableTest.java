package dev.bellwether.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.store.InMemoryItems;
import dev.bellwether.market.Basis;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.rule.Rule;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.RuleKind;
import dev.bellwether.market.rule.RuleRow;
import dev.bellwether.market.rule.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RuleTableTest {
    private static final Instant NOW = Instant.parse("2025-10-29T15:00:00Z");

    private final InMemoryItems items = new InMemoryItems();
    private Instant now = NOW;
    private final InstantSource ticking =
            () -> {
                now = now.plusMillis(1);
                return now;
            };
    private final RuleTable table = new RuleTable(items, ticking);

    @Test
    void theBuiltInRulesAreThereWithoutRows() {
        assertThat(ids()).containsExactly("move-daily", "sma-daily");
    }

    @Test
    void aNewRuleHasItsVersionsRowToo() {
        RuleTable.Changed added = table.put(rule("fast", "sma-crossover:3,8"));

        assertThat(added.versioned()).isTrue();
        assertThat(added.rule().definition().version()).isEqualTo(1);
        assertThat(items.sortKeys(RuleRow.PARTITION))
                .containsExactly("rule#fast", "rule-version#fast#0001");
        assertThat(ids()).containsExactly("fast", "move-daily", "sma-daily");
        assertThat(table.all().rules().getFirst()).isEqualTo(added.rule());
    }

    @Test
    void anotherDefinitionIsAnotherVersionAndTheOldOneStays() {
        table.put(rule("fast", "sma-crossover:3,8"));
        table.change("fast", rule -> rule.mutedUntil(Optional.of(NOW.plusSeconds(60))));

        Rule changed = table.put(rule("fast", "sma-crossover:4,9")).rule();

        assertThat(changed.definition().version()).isEqualTo(2);
        assertThat(changed.mutedUntil()).contains(NOW.plusSeconds(60));
        assertThat(items.sortKeys(RuleRow.PARTITION))
                .containsExactly("rule#fast", "rule-version#fast#0001", "rule-version#fast#0002");
        assertThat(items.query(RuleRow.PARTITION, "rule-version#fast#0001").getFirst())
                .containsEntry("kind", "sma-crossover:3,8");
    }

    @Test
    void theSameDefinitionIsNoNewVersionWhateverElseChanges() {
        Rule first = table.put(rule("fast", "sma-crossover:3,8")).rule();
        Rule louder =
                new Rule(
                        first.definition(),
                        new TreeSet<>(List.of(Symbol.of("MSFT"))),
                        Severity.CRITICAL,
                        Rule.Status.ENABLED,
                        Optional.empty(),
                        NOW.plusSeconds(9));

        RuleTable.Changed changed = table.put(louder);

        assertThat(changed.versioned()).isFalse();
        assertThat(changed.rule().definition()).isEqualTo(first.definition());
        assertThat(changed.rule().since()).isEqualTo(first.since());
        assertThat(changed.rule().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(changed.rule().symbols()).containsExactly(Symbol.of("MSFT"));
    }

    @Test
    void aBuiltInRuleIsSwitchedByARowAndChangedByASecondVersion() {
        table.change("sma-daily", rule -> rule.with(Rule.Status.DISABLED));

        assertThat(table.all().rules())
                .filteredOn(rule -> rule.definition().id().equals("sma-daily"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.status()).isEqualTo(Rule.Status.DISABLED);
                    assertThat(rule.definition().version()).isEqualTo(1);
                });
        assertThat(table.put(rule("sma-daily", "sma-crossover:4,9")).rule().definition().version())
                .isEqualTo(2);
    }

    @Test
    void aRuleThatIsNotThereIsNotChanged() {
        assertThat(table.change("none", rule -> rule)).isEmpty();
        assertThat(items.sortKeys(RuleRow.PARTITION)).isEmpty();
    }

    @Test
    void whatAnotherCommandChangedMeanwhileIsKept() {
        table.put(rule("fast", "sma-crossover:3,8"));
        items.beforeNextRule(() ->
                new RuleTable(items, ticking)
                        .change("fast", rule -> rule.mutedUntil(Optional.of(NOW.plusSeconds(60)))));

        Rule disabled = table.change("fast", rule -> rule.with(Rule.Status.DISABLED)).orElseThrow();

        assertThat(disabled.mutedUntil()).contains(NOW.plusSeconds(60));
        assertThat(table.all().rules()).contains(disabled);
    }

    @Test
    void twoCommandsAtATimeMakeTwoVersions() {
        table.put(rule("fast", "sma-crossover:3,8"));
        items.beforeNextRule(
                () -> new RuleTable(items, ticking).put(rule("fast", "price-level:9")));

        Rule last = table.put(rule("fast", "sma-crossover:4,9")).rule();

        assertThat(last.definition().version()).isEqualTo(4);
        assertThat(kinds())
                .containsExactly(
                        "sma-crossover:3,8",
                        "sma-crossover:4,9",
                        "price-level:9",
                        "sma-crossover:4,9");
        assertThat(table.all().rules()).contains(last);
    }

    @Test
    void aVersionThatAKillLeftBehindIsTakenOrPassedOver() {
        table.put(rule("fast", "sma-crossover:3,8"));
        items.beforeNextRule(() -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> table.put(rule("fast", "sma-crossover:4,9"))).hasMessage("killed");
        assertThat(table.all().rules().getFirst().definition().version()).isEqualTo(1);

        assertThat(table.put(rule("fast", "price-level:9")).rule().definition().version())
                .isEqualTo(3);
        items.beforeNextRule(() -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> table.put(rule("fast", "price-level:10"))).hasMessage("killed");
        assertThat(table.put(rule("fast", "price-level:10")).rule().definition().version())
                .isEqualTo(4);
    }

    @Test
    void aRowThatIsNoRuleIsNamedAndHidesNoOther() {
        items.with(
                Map.of(
                        "symbol", RuleRow.PARTITION,
                        "sk", "rule#odd",
                        "rule_id", "odd",
                        "version", "1"));

        assertThat(ids()).containsExactly("move-daily", "sma-daily");
        assertThat(table.all().problems())
                .singleElement()
                .asString()
                .contains("odd", "rule#odd", "Delete");
        assertThatThrownBy(() -> table.change("odd", rule -> rule))
                .isInstanceOf(FailedException.class);
    }

    private List<String> ids() {
        return table.all().rules().stream().map(rule -> rule.definition().id()).toList();
    }

    private List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        items.query(RuleRow.PARTITION, "rule-version#")
                .forEach(row -> kinds.add(row.getOrDefault("kind", "")));
        return kinds;
    }

    private static Rule rule(String id, String kind) {
        return new Rule(
                new RuleDefinition(
                        id,
                        1,
                        RuleKind.parse(kind),
                        "sampled",
                        Basis.RAW,
                        Timeframe.FIFTEEN_MINUTES,
                        new BigDecimal("1.0"),
                        3,
                        5),
                new TreeSet<>(),
                Severity.WARNING,
                Rule.Status.ENABLED,
                Optional.empty(),
                NOW);
    }
}
