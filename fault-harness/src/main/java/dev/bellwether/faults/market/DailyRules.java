package dev.bellwether.faults.market;

import dev.bellwether.market.rule.Rule;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.RuleRow;
import dev.bellwether.market.rule.StandardRules;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The rules in force and the bars at which they fire: the standard rule of averages, without a
/// band by a row of the table, and the standard rule of a day's move as it is. When they fire is
/// known here anew, and nothing of it is taken from the functions.
public final class DailyRules {
    private static final int FAST = 5;
    private static final int SLOW = 20;
    private static final int PERCENT = 5;
    private static final int AVERAGES_VERSION = 2;
    private static final int MOVE_VERSION = 1;

    private DailyRules() {}

    /// The rows of the table that say so.
    public static List<Map<String, AttributeValue>> rows() {
        return List.of(row(withoutBand(StandardRules.SMA_DAILY)), row(StandardRules.MOVE_DAILY));
    }

    private static Rule withoutBand(Rule rule) {
        RuleDefinition definition = rule.definition();
        return new Rule(
                new RuleDefinition(
                        definition.id(),
                        AVERAGES_VERSION,
                        definition.kind(),
                        definition.feed(),
                        definition.basis(),
                        definition.timeframe(),
                        BigDecimal.ZERO,
                        definition.coolDownBars(),
                        definition.longestGap()),
                rule.symbols(),
                rule.severity(),
                rule.status(),
                rule.mutedUntil(),
                rule.since());
    }

    private static Map<String, AttributeValue> row(Rule rule) {
        Map<String, AttributeValue> row = new TreeMap<>();
        row.put("symbol", AttributeValue.fromS(RuleRow.PARTITION));
        row.put("sk", AttributeValue.fromS(RuleRow.sortKey(rule.definition().id())));
        RuleRow.attributes(rule)
                .forEach((name, value) ->
                        row.put(
                                name,
                                RuleRow.NUMBERS.contains(name)
                                        ? AttributeValue.fromN(value)
                                        : AttributeValue.fromS(value)));
        return row;
    }

    /// The ids of the alerts of a symbol's bars, by their days.
    ///
    /// @param closes of all its bars, with at most two decimals
    static Map<LocalDate, Set<String>> fires(
            String symbol, NavigableMap<LocalDate, BigDecimal> closes) {
        Map<LocalDate, Set<String>> fires = new HashMap<>();
        List<Long> cents = new ArrayList<>();
        int side = 0;
        for (Map.Entry<LocalDate, BigDecimal> bar : closes.entrySet()) {
            cents.add(bar.getValue().movePointRight(2).longValueExact());
            Set<String> ids = fires.computeIfAbsent(bar.getKey(), _ -> new HashSet<>());
            int move = move(cents);
            if (move != 0) {
                ids.add(idOf("move-daily", MOVE_VERSION, symbol, bar.getKey(), move));
            }
            int sign = cents.size() < SLOW ? 0 : averages(cents);
            if (sign != 0) {
                if (side != 0 && sign != side) {
                    ids.add(idOf("sma-daily", AVERAGES_VERSION, symbol, bar.getKey(), sign));
                }
                side = sign;
            }
        }
        return fires;
    }

    private static int move(List<Long> cents) {
        if (cents.size() < 2) {
            return 0;
        }
        long before = cents.get(cents.size() - 2);
        long now = cents.getLast();
        if (2 * now > 3 * before || 3 * now < 2 * before) {
            // The functions would begin anew there, which is not known here.
            throw new IllegalStateException("The load jumps from %d to %d".formatted(before, now));
        }
        return Math.abs(now - before) * 100 > PERCENT * before ? Long.signum(now - before) : 0;
    }

    private static int averages(List<Long> cents) {
        return Long.signum(sum(cents, FAST) * SLOW - sum(cents, SLOW) * FAST);
    }

    private static long sum(List<Long> cents, int count) {
        return cents.subList(cents.size() - count, cents.size()).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static String idOf(String rule, int version, String symbol, LocalDate day, int sign) {
        // 9:30 in New York: all loads lie in the summer.
        String parts =
                String.join(
                        "|",
                        rule,
                        Integer.toString(version),
                        symbol,
                        "alphavantage",
                        "split",
                        "1d",
                        day + "T13:30:00Z",
                        sign > 0 ? "up" : "down");
        return HexFormat.of()
                .formatHex(sha256().digest(parts.getBytes(StandardCharsets.UTF_8)))
                .substring(0, 32);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
