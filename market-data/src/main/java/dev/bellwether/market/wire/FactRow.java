package dev.bellwether.market.wire;

import dev.bellwether.market.DataCondition;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is known about a symbol beside its bars, as rows of table `Market`: who loads bars writes
/// them before the bars that they are about, who judges bars reads them.
///
/// Sort keys are `fact#condition#1d#<day>` and `fact#split#<day>`, so that the same fact learnt
/// twice is one row. All attributes are texts.
public final class FactRow {
    /// What the sort keys of all facts begin with.
    public static final String PREFIX = "fact#";

    private static final String CONDITION = PREFIX + "condition#1d#";
    private static final String SPLIT = PREFIX + "split#";

    private FactRow() {}

    /// The row of a daily bar's condition.
    ///
    /// @param reason in words; empty when the data is available
    public static Map<String, String> ofCondition(
            Symbol symbol, LocalDate day, DataCondition condition, String reason) {
        return Map.of(
                "symbol", symbol.value(),
                "sk", CONDITION + day,
                "trading_day", day.toString(),
                "condition", condition.id(),
                "reason", reason);
    }

    /// The row of a split.
    public static Map<String, String> ofSplit(Split split) {
        return Map.of(
                "symbol", split.symbol().value(),
                "sk", SPLIT + split.effectiveDay(),
                "effective_day", split.effectiveDay().toString(),
                "known_at", split.knownAt().toString(),
                "new_shares", Integer.toString(split.newShares()),
                "old_shares", Integer.toString(split.oldShares()));
    }

    /// The facts of one symbol's rows, in any order.
    ///
    /// @throws IllegalArgumentException that names the row that is no fact
    public static SeriesFacts read(Collection<Map<String, String>> rows) {
        List<Split> splits = new ArrayList<>();
        Map<LocalDate, DataCondition> conditions = new HashMap<>();
        for (Map<String, String> row : rows) {
            String key = require(row, "sk");
            try {
                if (key.startsWith(SPLIT)) {
                    splits.add(split(row));
                } else if (key.startsWith(CONDITION)) {
                    conditions.put(
                            LocalDate.parse(require(row, "trading_day")),
                            DataCondition.of(require(row, "condition")));
                } else {
                    throw new IllegalArgumentException("its sort key is of no known fact");
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException(
                        "Row %s of %s is no fact: %s"
                                .formatted(key, row.get("symbol"), e.getMessage()),
                        e);
            }
        }
        return new SeriesFacts(splits, conditions);
    }

    private static Split split(Map<String, String> row) {
        return new Split(
                Symbol.of(require(row, "symbol")),
                LocalDate.parse(require(row, "effective_day")),
                Instant.parse(require(row, "known_at")),
                Integer.parseInt(require(row, "new_shares")),
                Integer.parseInt(require(row, "old_shares")));
    }

    private static String require(Map<String, String> row, String name) {
        String value = row.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return value;
    }
}
