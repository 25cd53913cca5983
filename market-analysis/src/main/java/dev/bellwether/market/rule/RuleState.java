package dev.bellwether.market.rule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// All that a rule's future on one series depends on: an evaluator that is restored from it goes on
/// to the bit as the one that it was taken from.
///
/// @param side where the rule stands
/// @param held the side that the next crossing is held against; it outlasts bars without data
/// @param last the last bar that counted
/// @param coolDownLeft bars that cannot fire yet
/// @param gauge what was read off the closes so far
public record RuleState(
        RuleSide side, RuleSide held, Optional<Last> last, int coolDownLeft, String gauge) {
    private static final int PARTS = 6;

    /// The last bar that counted.
    public record Last(Instant start, LocalDate tradingDay) {}

    /// The state in one line; [#parse] reads it back.
    public String text() {
        return String.join(
                "|",
                side.name(),
                held.name(),
                last.map(bar -> bar.start().toString()).orElse(""),
                last.map(bar -> bar.tradingDay().toString()).orElse(""),
                Integer.toString(coolDownLeft),
                gauge);
    }

    /// The state of that text.
    ///
    /// @throws IllegalArgumentException if it is none
    public static RuleState parse(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("'%s' is no rule's state".formatted(text));
        }
        try {
            return new RuleState(
                    RuleSide.valueOf(parts[0]),
                    RuleSide.valueOf(parts[1]),
                    parts[2].isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    new Last(Instant.parse(parts[2]), LocalDate.parse(parts[3]))),
                    Integer.parseInt(parts[4]),
                    parts[5]);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'%s' is no rule's state".formatted(text), e);
        }
    }
}
