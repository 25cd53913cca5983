package dev.bellwether.alerts;

import dev.bellwether.market.Crossover;
import dev.bellwether.market.CrossoverRule;
import dev.bellwether.market.Direction;
import dev.bellwether.market.Sha256;
import dev.bellwether.market.Symbol;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/// A crossing that people are told about.
///
/// @param rule name of the rule that found it
/// @param message what people read
/// @param createdAt market time of the run whose bar crossed
record Alert(
        Symbol symbol,
        LocalDate barDay,
        String rule,
        Direction direction,
        BigDecimal close,
        BigDecimal smaFast,
        BigDecimal smaSlow,
        String message,
        Instant createdAt) {
    private static final int ID_DIGITS = 32;
    private static final int MONEY_DECIMALS = 2;

    static Alert of(Crossover crossover, CrossoverRule rule, Instant createdAt) {
        return new Alert(
                crossover.symbol(),
                crossover.barDay(),
                rule.name(),
                crossover.direction(),
                crossover.close().stripTrailingZeros(),
                crossover.smaFast().stripTrailingZeros(),
                crossover.smaSlow().stripTrailingZeros(),
                "%s: SMA-%d crossed %s SMA-%d on %s. Close %s, SMA-%d %s, SMA-%d %s. Rule %s. Not investment advice."
                        .formatted(
                                crossover.symbol(),
                                rule.fast(),
                                switch (crossover.direction()) {
                                    case UP -> "above";
                                    case DOWN -> "below";
                                },
                                rule.slow(),
                                crossover.barDay(),
                                money(crossover.close()),
                                rule.fast(),
                                money(crossover.smaFast()),
                                rule.slow(),
                                money(crossover.smaSlow()),
                                rule.name()),
                createdAt);
    }

    /// The same for the same crossing, whoever finds it and however often.
    String id() {
        String crossing = String.join("|", rule, symbol.value(), barDay.toString(), direction.id());
        return Sha256.hex(crossing.getBytes(StandardCharsets.UTF_8)).substring(0, ID_DIGITS);
    }

    private static String money(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.setScale(Math.max(MONEY_DECIMALS, stripped.scale())).toPlainString();
    }
}
