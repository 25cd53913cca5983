package dev.bellwether.lake.condition;

import dev.bellwether.market.DataCondition;
import dev.bellwether.market.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds the daily bars that there are against those that the calendar expects.
public final class DailyLedger {
    private final TradingCalendar calendar;

    /// A ledger of that calendar's sessions.
    public DailyLedger(TradingCalendar calendar) {
        this.calendar = calendar;
    }

    /// The condition of each session from the first known bar to the horizon, and of each day with
    /// a bar though it has no session.
    ///
    /// @param bars of `daily_bars`
    /// @param elsewhere per day what other bars there are, such as `yahoo split`
    /// @param horizon newest day up to which bars can be expected; a later bar moves it
    public List<DayCondition> judge(
            NavigableMap<LocalDate, ScreenedBar> bars,
            List<PriceCase> cases,
            NavigableMap<LocalDate, String> elsewhere,
            LocalDate horizon) {
        NavigableSet<LocalDate> known = new TreeSet<>(bars.keySet());
        known.addAll(elsewhere.keySet());
        if (known.isEmpty()) {
            return List.of();
        }
        LocalDate last = known.last().isAfter(horizon) ? known.last() : horizon;
        NavigableSet<LocalDate> days = new TreeSet<>(bars.keySet());
        days.addAll(sessions(known.first(), last));
        Map<LocalDate, PriceCase> open =
                cases.stream()
                        .filter(found -> found.status() == CaseStatus.OPEN)
                        .collect(Collectors.toMap(PriceCase::tradingDay, Function.identity()));
        List<DayCondition> conditions = new ArrayList<>(days.size());
        for (LocalDate day : days) {
            ScreenedBar bar = bars.get(day);
            conditions.add(
                    bar == null
                            ? absent(day, day.equals(last), elsewhere.get(day))
                            : present(day, bar, Optional.ofNullable(open.get(day))));
        }
        return List.copyOf(conditions);
    }

    private List<LocalDate> sessions(LocalDate first, LocalDate last) {
        LocalDate start = LocalDate.of(TradingCalendar.FIRST_YEAR, 1, 1);
        LocalDate end = LocalDate.of(TradingCalendar.LAST_YEAR, 12, 31);
        LocalDate from = first.isBefore(start) ? start : first;
        LocalDate to = last.isAfter(end) ? end : last;
        return to.isBefore(from) ? List.of() : calendar.sessions(from, to);
    }

    private static DayCondition absent(LocalDate day, boolean horizon, @Nullable String elsewhere) {
        if (horizon) {
            return new DayCondition(
                    day, DataCondition.PENDING, "no bar yet on the newest day", 1, 0);
        }
        return new DayCondition(
                day,
                DataCondition.MISSING,
                elsewhere == null
                        ? "no provider has a bar"
                        : "no raw bar, only %s".formatted(elsewhere),
                1,
                0);
    }

    private DayCondition present(LocalDate day, ScreenedBar bar, Optional<PriceCase> open) {
        boolean session = calendar.covers(day) && calendar.isSession(day);
        List<String> reasons = new ArrayList<>();
        if (!session) {
            reasons.add("a bar on a day without a session");
        }
        if (bar.suspect()) {
            reasons.add("suspect bar: " + String.join(", ", bar.flags()));
        }
        open.map(DailyLedger::describe).ifPresent(reasons::add);
        return new DayCondition(
                day,
                reasons.isEmpty() ? DataCondition.AVAILABLE : DataCondition.DEGRADED,
                String.join("; ", reasons),
                session ? 1 : 0,
                1);
    }

    private static String describe(PriceCase open) {
        return "unexplained move from %s to %s%s"
                .formatted(
                        open.previousClose().stripTrailingZeros().toPlainString(),
                        open.close().stripTrailingZeros().toPlainString(),
                        open.looksLike().isEmpty() ? "" : ", like a split " + open.looksLike());
    }
}
