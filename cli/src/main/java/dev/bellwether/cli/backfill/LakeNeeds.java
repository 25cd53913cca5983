package dev.bellwether.cli.backfill;

import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads out of the lake's ledger what daily bars it lacks.
///
/// @param runDay newest closed session: bars are expected up to it
record LakeNeeds(TradingCalendar calendar, LocalDate runDay) {
    /// By instrument, so that days under an earlier symbol count too.
    static final String SQL =
            """
            SELECT instrument_id,
                   count_if(condition = 'missing') AS missing,
                   count_if(condition = 'pending') AS pending,
                   count_if(condition = 'degraded') AS degraded,
                   sum(bars) AS bars,
                   max(trading_day) AS newest
            FROM data_condition
            WHERE "interval" = '1d'
            GROUP BY instrument_id\
            """;

    /// What is needed of these symbols.
    ///
    /// @param rows of [#SQL]
    List<DailyNeed> read(List<List<@Nullable String>> rows, List<Symbol> symbols) {
        Map<String, List<String>> known =
                rows.stream()
                        .map(row -> row.stream().map(String::valueOf).toList())
                        .collect(Collectors.toMap(List::getFirst, Function.identity()));
        return symbols.stream().map(symbol -> need(symbol, known.get(symbol.value()))).toList();
    }

    private DailyNeed need(Symbol symbol, @Nullable List<String> row) {
        if (row == null) {
            return new DailyNeed(symbol, 0, 0, 0);
        }
        LocalDate newest = LocalDate.parse(row.get(5));
        // The ledger ends with the newest run: the sessions since are lacking as well, and by now
        // so is a day that was not due then.
        long missing = Long.parseLong(row.get(1)) + calendar.sessionsBetween(newest, runDay);
        if (!newest.isAfter(runDay)) {
            missing += Long.parseLong(row.get(2));
        }
        return new DailyNeed(
                symbol, missing, Long.parseLong(row.get(3)), Long.parseLong(row.get(4)));
    }
}
