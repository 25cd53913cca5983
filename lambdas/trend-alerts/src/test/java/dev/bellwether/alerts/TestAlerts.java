package dev.bellwether.alerts;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Direction;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.rule.Figures;
import dev.bellwether.market.rule.Fire;
import dev.bellwether.market.rule.RuleSide;
import dev.bellwether.market.rule.RuleState;
import dev.bellwether.market.rule.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Alerts whose rule never looked at anything.
final class TestAlerts {
    static final LocalDate DAY = LocalDate.parse("2025-10-29");

    private TestAlerts() {}

    static Alert alert(String symbol, BigDecimal reading) {
        return alert(symbol, reading, Direction.UP);
    }

    static Alert alert(String symbol, BigDecimal reading, Direction direction) {
        RuleState state =
                new RuleState(RuleSide.ABOVE, RuleSide.ABOVE, Optional.empty(), 0, "1 271.5");
        ClosedBar bar = bar(DAY, "271.5");
        return new Alert(
                new Fire(
                        TestRules.SMA.definition(),
                        Symbol.of(symbol),
                        bar,
                        bar(DAY.minusDays(1), "269"),
                        direction,
                        new Figures(reading, new BigDecimal("268.75")),
                        state,
                        state,
                        List.of(bar)),
                Severity.WARNING,
                AlertStatus.FIRED,
                Instant.parse("2025-10-30T04:00:00Z"));
    }

    private static ClosedBar bar(LocalDate day, String close) {
        BigDecimal price = new BigDecimal(close);
        return new ClosedBar(
                ClosedBar.startOf(day),
                day,
                price,
                price.add(BigDecimal.ONE),
                price.subtract(BigDecimal.ONE),
                price,
                1000,
                1);
    }

    /// The alert's row as it is read back.
    static Item row(Alert alert) {
        Map<String, String> attributes = new HashMap<>();
        AlertItem.of(alert)
                .forEach((name, value) ->
                        attributes.put(name, value.s() != null ? value.s() : value.n()));
        return new Item(attributes);
    }
}
