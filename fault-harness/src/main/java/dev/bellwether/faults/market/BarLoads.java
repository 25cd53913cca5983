package dev.bellwether.faults.market;

import static java.util.Objects.requireNonNull;

import dev.bellwether.faults.market.Action.Settle;
import dev.bellwether.faults.market.Action.StoreBars;
import dev.bellwether.faults.market.Workload.Restatements;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// A symbol's daily bars as they are loaded: the history, then a bar a day, the newest one alone
/// and last, and some days older ones restated before it or itself restated after it.
final class BarLoads {
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 2);
    private static final int MOST_ITEMS_A_WRITE = 25;

    private static final TradingCalendar CALENDAR = TradingCalendar.nyse();

    /// Below it prices are thrown back, so that no bar is half as much again as its neighbour:
    /// there rules would begin anew.
    private static final BigDecimal FLOOR = BigDecimal.valueOf(70);

    private final SplittableRandom random;
    private final String symbol;
    private final Restatements restatements;
    private final List<Action> actions = new ArrayList<>();
    private final TreeMap<LocalDate, BigDecimal> closes = new TreeMap<>();
    private final Map<LocalDate, BigDecimal> firstCloses = new HashMap<>();
    private BigDecimal price;
    private int legLeft;
    private int step;

    BarLoads(SplittableRandom random, String symbol, Restatements restatements) {
        this.random = random;
        this.symbol = symbol;
        this.restatements = restatements;
        this.price = BigDecimal.valueOf(random.nextInt(80, 160));
    }

    List<Action> loads() {
        int historyBars = random.nextInt(5) == 0 ? random.nextInt(20) : random.nextInt(20, 46);
        int runs = random.nextInt(4, 13);
        LocalDate day = FIRST_DAY;
        for (int i = 0; i < historyBars; i++) {
            closes.put(day, nextClose());
            firstCloses.put(day, closeOf(day));
            day = CALENDAR.next(day);
        }
        if (historyBars > 0) {
            boolean isBackfill = random.nextBoolean();
            LocalDate last = closes.lastKey();
            load(List.copyOf(closes.keySet()), last, isBackfill);
        }
        for (int i = 0; i < runs; i++) {
            run(day);
            day = CALENDAR.next(day);
        }
        return actions;
    }

    private void run(LocalDate day) {
        List<LocalDate> changed = new ArrayList<>();
        double what = random.nextDouble();
        if (what < 0.12 && closes.size() > 3) {
            settle();
            LocalDate restated =
                    List.copyOf(closes.keySet())
                            .get(closes.size() - 1 - random.nextInt(Math.min(12, closes.size())));
            closes.put(restated, nearTo(firstCloses.getOrDefault(restated, price)));
            changed.add(restated);
        }
        closes.put(day, nextClose());
        firstCloses.put(day, closeOf(day));
        changed.add(day);
        load(changed, day, false);
        if (what > 0.92) {
            settle();
            closes.put(day, nearTo(closeOf(day)));
            load(List.of(day), day, false);
        }
    }

    private void settle() {
        if (restatements == Restatements.SETTLED) {
            actions.add(new Settle());
        }
    }

    private void load(List<LocalDate> days, LocalDate runDay, boolean isBackfill) {
        Instant scheduledAt =
                runDay.plusDays(1).atTime(LocalTime.of(4, 0)).toInstant(ZoneOffset.UTC);
        Optional<LocalDate> run = isBackfill ? Optional.empty() : Optional.of(runDay);
        List<StoredBar> bars =
                days.stream()
                        .map(day -> new StoredBar(symbol, day, closeOf(day), scheduledAt, run))
                        .toList();
        int newest = bars.size() - 1;
        for (int from = 0; from < newest; from += MOST_ITEMS_A_WRITE) {
            actions.add(
                    new StoreBars(bars.subList(from, Math.min(from + MOST_ITEMS_A_WRITE, newest))));
        }
        actions.add(new StoreBars(bars.subList(newest, newest + 1)));
    }

    private BigDecimal nearTo(BigDecimal close) {
        return close.add(BigDecimal.valueOf(random.nextInt(-8_00, 8_01), 2));
    }

    private BigDecimal closeOf(LocalDate day) {
        return requireNonNull(closes.get(day));
    }

    /// Legs of a few bars up, down, or level, so that averages cross often and touch sometimes.
    private BigDecimal nextClose() {
        if (legLeft == 0) {
            legLeft = random.nextInt(2, 8);
            step = random.nextInt(-4, 5);
        }
        legLeft--;
        BigDecimal noise = BigDecimal.valueOf(step == 0 ? 0 : random.nextInt(-75, 76), 2);
        BigDecimal next = price.add(BigDecimal.valueOf(step)).add(noise);
        price = next.compareTo(FLOOR) < 0 ? FLOOR.add(FLOOR).subtract(next) : next;
        return price;
    }
}
