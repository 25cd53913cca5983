package dev.bellwether.alerts;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.DataCondition;
import dev.bellwether.market.Direction;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.AlertId;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.StandardRules;
import dev.bellwether.simulator.SyntheticYear;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// What a year should come to, computed another way than the function does: whole series in whole
/// cents, from the beginning, after each load.
final class YearLedger {
    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final Symbol OLD = Symbol.of("OLDNAME");
    private static final Symbol NEW = Symbol.of("NEWNAME");

    /// Status by alert id, with `+` once it was noted that it would fire again.
    final Map<String, String> statuses = new TreeMap<>();

    private final SyntheticYear year;
    private final Map<Symbol, NavigableMap<LocalDate, OhlcvBar>> known = new HashMap<>();
    private final Map<Symbol, Set<LocalDate>> inTime = new HashMap<>();

    YearLedger(SyntheticYear year) {
        this.year = year;
        year.history().forEach(this::put);
        for (SyntheticYear.Load load : year.loads()) {
            play(load);
        }
    }

    private void put(OhlcvBar bar) {
        known.computeIfAbsent(bar.symbol(), _ -> new TreeMap<>()).put(bar.tradingDay(), bar);
    }

    private void play(SyntheticYear.Load load) {
        Map<Symbol, LocalDate> firstChange = new TreeMap<>();
        for (OhlcvBar bar : load.bars()) {
            put(bar);
            firstChange.merge(
                    bar.symbol(),
                    bar.tradingDay(),
                    (one, other) -> one.isBefore(other) ? one : other);
            Set<LocalDate> days = inTime.computeIfAbsent(bar.symbol(), _ -> new HashSet<>());
            if (bar.tradingDay().equals(load.runDay())) {
                days.add(bar.tradingDay());
            } else {
                days.remove(bar.tradingDay());
            }
        }
        firstChange.forEach((symbol, from) -> {
            settle(symbol, from, load, StandardRules.SMA_DAILY.definition(), crossings(symbol));
            settle(symbol, from, load, StandardRules.MOVE_DAILY.definition(), moves(symbol));
        });
    }

    private void settle(
            Symbol symbol,
            LocalDate from,
            SyntheticYear.Load load,
            RuleDefinition rule,
            Map<LocalDate, Direction> fires) {
        for (LocalDate day : known.get(symbol).tailMap(from, true).keySet()) {
            for (Direction direction : Direction.values()) {
                String id = AlertId.of(rule, symbol, ClosedBar.startOf(day), direction);
                boolean holds = fires.get(day) == direction;
                String status = statuses.get(id);
                if (status == null && holds && inTime.get(symbol).contains(day)) {
                    statuses.put(id, day.equals(load.runDay()) ? "fired" : "recorded");
                } else if (status != null && !holds && !status.startsWith("retracted")) {
                    statuses.put(id, "retracted");
                } else if (holds && "retracted".equals(status)) {
                    statuses.put(id, "retracted+");
                }
            }
        }
    }

    /// Runs of usable bars that may be compared with each other, in whole cents of one unit.
    private List<NavigableMap<LocalDate, BigInteger>> stretches(Symbol symbol) {
        SeriesFacts facts = year.facts().getOrDefault(symbol, SeriesFacts.NONE);
        NavigableMap<LocalDate, OhlcvBar> bars = new TreeMap<>(known.get(symbol));
        if (symbol.equals(NEW)) {
            bars.putAll(known.get(OLD));
        }
        List<NavigableMap<LocalDate, BigInteger>> stretches = new ArrayList<>();
        NavigableMap<LocalDate, BigInteger> stretch = new TreeMap<>();
        for (OhlcvBar bar : bars.values()) {
            LocalDate day = bar.tradingDay();
            if (facts.condition(day) != DataCondition.AVAILABLE) {
                continue;
            }
            BigInteger cents = cents(bar, facts);
            if (!stretch.isEmpty() && breaks(stretch.lastEntry(), day, cents)) {
                stretches.add(stretch);
                stretch = new TreeMap<>();
            }
            stretch.put(day, cents);
        }
        stretches.add(stretch);
        return stretches;
    }

    private static boolean breaks(
            Map.Entry<LocalDate, BigInteger> before, LocalDate day, BigInteger cents) {
        double ratio = cents.doubleValue() / before.getValue().doubleValue();
        return NYSE.sessions(before.getKey(), day).size() - 2 > 5 || ratio > 1.5 || ratio < 2 / 3.0;
    }

    private static BigInteger cents(OhlcvBar bar, SeriesFacts facts) {
        BigInteger cents = bar.close().movePointRight(2).toBigIntegerExact();
        for (Split split : facts.splits()) {
            boolean old = bar.tradingDay().isBefore(split.effectiveDay());
            cents = cents.multiply(BigInteger.valueOf(old ? split.oldShares() : split.newShares()));
        }
        return cents;
    }

    private Map<LocalDate, Direction> crossings(Symbol symbol) {
        Map<LocalDate, Direction> fires = new HashMap<>();
        for (NavigableMap<LocalDate, BigInteger> stretch : stretches(symbol)) {
            List<LocalDate> days = List.copyOf(stretch.keySet());
            List<BigInteger> closes = List.copyOf(stretch.values());
            int side = 0;
            for (int i = 20; i < closes.size(); i++) {
                // 20 times the difference of the averages.
                BigInteger difference =
                        sum(closes, i - 4, i)
                                .multiply(BigInteger.valueOf(4))
                                .subtract(sum(closes, i - 19, i));
                boolean beyond =
                        difference
                                        .pow(2)
                                        .multiply(BigInteger.valueOf(380))
                                        .compareTo(
                                                spread(closes, i).multiply(BigInteger.valueOf(400)))
                                > 0;
                int now = beyond ? difference.signum() : side;
                if (side != 0 && now != side) {
                    fires.put(days.get(i), now > 0 ? Direction.UP : Direction.DOWN);
                }
                side = now;
            }
        }
        return fires;
    }

    private static BigInteger sum(List<BigInteger> closes, int from, int through) {
        return closes.subList(from, through + 1).stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /// 380 times the sample variance of the 20 differences through that place.
    private static BigInteger spread(List<BigInteger> closes, int through) {
        BigInteger sum = closes.get(through).subtract(closes.get(through - 20));
        BigInteger squares = BigInteger.ZERO;
        for (int i = through - 19; i <= through; i++) {
            squares = squares.add(closes.get(i).subtract(closes.get(i - 1)).pow(2));
        }
        return squares.multiply(BigInteger.valueOf(20)).subtract(sum.pow(2));
    }

    private Map<LocalDate, Direction> moves(Symbol symbol) {
        Map<LocalDate, Direction> fires = new HashMap<>();
        for (NavigableMap<LocalDate, BigInteger> stretch : stretches(symbol)) {
            stretch.forEach((day, close) -> {
                Map.Entry<LocalDate, BigInteger> before = stretch.lowerEntry(day);
                if (before != null) {
                    BigInteger move = close.subtract(before.getValue());
                    if (move.abs().multiply(BigInteger.valueOf(20)).compareTo(before.getValue())
                            > 0) {
                        fires.put(day, move.signum() > 0 ? Direction.UP : Direction.DOWN);
                    }
                }
            });
        }
        return fires;
    }
}
