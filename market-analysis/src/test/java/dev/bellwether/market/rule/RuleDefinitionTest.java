package dev.bellwether.market.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bellwether.market.Basis;
import dev.bellwether.market.Direction;
import dev.bellwether.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleDefinitionTest {
    private static final RuleKind SMA = RuleKind.parse("sma-crossover:5,20");

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "-a", "a_b", "12345678901234567890123456789012345678901"})
    void anIdHasAForm(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> definition(id, 1, SMA, "feed", "1", 0, 0))
                .withMessageContaining("1 to 40 small letters");
    }

    @Test
    void everyPartIsChecked() {
        assertRefused(() -> definition("a", 0, SMA, "feed", "1", 0, 0), "begin with 1");
        assertRefused(() -> definition("a", 1, SMA, " ", "1", 0, 0), "names no feed");
        assertRefused(() -> definition("a", 1, SMA, "feed", "-0.1", 0, 0), "0 to 10");
        assertRefused(() -> definition("a", 1, SMA, "feed", "10.1", 0, 0), "0 to 10");
        assertRefused(() -> definition("a", 1, SMA, "feed", "1e999999999", 0, 0), "0 to 10");
        assertRefused(() -> definition("a", 1, SMA, "feed", "1e-7", 0, 0), "6 decimals");
        assertRefused(() -> definition("a", 1, SMA, "feed", "1", 251, 0), "0 to 250 bars");
        assertRefused(() -> definition("a", 1, SMA, "feed", "1", 0, -1), "cannot be -1");
        assertRefused(
                () -> definition("a", 1, RuleKind.parse("percent-change:5"), "feed", "1", 0, 0),
                "percent-change:5 has no band");
    }

    @Test
    void aBandIsMeasuredOnTwentyDifferences() {
        assertThat(Bars.plain("sma-crossover:2,3").span()).isEqualTo(3);
        assertThat(Bars.live("sma-crossover:2,3").span()).isEqualTo(21);
        assertThat(Bars.live("sma-crossover:5,50").span()).isEqualTo(50);
    }

    @Test
    void theScaleOfABandIsNoOtherRule() {
        assertThat(definition("a", 1, SMA, "feed", "1.0", 0, 0))
                .isEqualTo(definition("a", 1, SMA, "feed", "1", 0, 0));
    }

    @Test
    void everyPartOfAnAlertsIdentityMakesAnotherId() {
        Instant start = Instant.parse("2024-01-02T14:30:00Z");
        RuleDefinition rule = definition("a", 1, SMA, "feed", "1", 0, 5);
        Set<String> ids = new TreeSet<>();
        ids.add(AlertId.of(rule, Bars.ACME, start, Direction.UP));
        ids.add(AlertId.of(rule, Bars.ACME, start, Direction.DOWN));
        ids.add(AlertId.of(rule, Bars.ACME, start.plusSeconds(1), Direction.UP));
        ids.add(
                AlertId.of(
                        definition("b", 1, SMA, "feed", "1", 0, 5),
                        Bars.ACME,
                        start,
                        Direction.UP));
        ids.add(
                AlertId.of(
                        definition("a", 2, SMA, "feed", "1", 0, 5),
                        Bars.ACME,
                        start,
                        Direction.UP));
        ids.add(
                AlertId.of(
                        definition("a", 1, SMA, "sampled", "1", 0, 5),
                        Bars.ACME,
                        start,
                        Direction.UP));

        assertThat(ids).hasSize(6).allMatch(id -> id.matches("[0-9a-f]{32}"));
        assertThat(AlertId.of(rule, Bars.ACME, start, Direction.UP)).isIn(ids);
    }

    private static void assertRefused(Runnable making, String words) {
        assertThatIllegalArgumentException().isThrownBy(making::run).withMessageContaining(words);
    }

    private static RuleDefinition definition(
            String id,
            int version,
            RuleKind kind,
            String feed,
            String band,
            int coolDown,
            int gap) {
        return new RuleDefinition(
                id,
                version,
                kind,
                feed,
                Basis.SPLIT,
                Timeframe.ONE_DAY,
                new BigDecimal(band),
                coolDown,
                gap);
    }
}
