package dev.bellwether.simulator;

import dev.bellwether.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Counts the calls of free keys. The provider does not say when its day begins, nor whether
/// refused calls count: here it begins at midnight in New York, and every call counts but the one
/// refused for haste.
final class FreeKeyLedger {
    private static final int CALLS_A_DAY = 25;
    private static final Duration LEAST_SPACING = Duration.ofSeconds(1);

    private final Map<String, Usage> usages = new HashMap<>();

    private record Usage(LocalDate day, int calls, Instant lastCall) {}

    /// The refusal of a call of that key at that time, if it is one too many.
    synchronized Optional<Answer> call(String key, Instant now) {
        LocalDate day = now.atZone(TradingCalendar.ZONE).toLocalDate();
        Usage before = usages.get(key);
        int calls = before != null && before.day().equals(day) ? before.calls() : 0;
        if (calls >= CALLS_A_DAY) {
            return Optional.of(AlphaVantageTexts.dailyQuotaSpent(key));
        }
        boolean hasty =
                before != null
                        && Duration.between(before.lastCall(), now).compareTo(LEAST_SPACING) < 0;
        usages.put(key, new Usage(day, hasty ? calls : calls + 1, now));
        return hasty ? Optional.of(AlphaVantageTexts.burst()) : Optional.empty();
    }
}
