package dev.bellwether.cli.cases;

import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.output.ResultTable;
import dev.bellwether.cli.query.AthenaSession;
import dev.bellwether.market.Symbol;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The lake's price cases, read by SQL.
record CaseTable(Home home, StateFolder state) {
    private static final int STATUS = 6;

    private static final String SELECT =
            """
            SELECT symbol, trading_day, previous_close, close, round(ratio, 4) AS ratio, looks_like, status, closed_by
            FROM price_cases
            %s
            ORDER BY CASE status WHEN 'open' THEN 1 ELSE 2 END, symbol, trading_day\
            """;

    /// All cases, open ones first.
    ResultTable all() {
        return read("");
    }

    /// The case of a symbol's day: one row or none.
    ResultTable of(Symbol symbol, LocalDate day) {
        return read(
                "WHERE symbol = '%s' AND trading_day = DATE '%s'".formatted(symbol.value(), day));
    }

    /// The status in a case's row.
    static String status(ResultTable table) {
        @Nullable String status = table.rows().getFirst().get(STATUS);
        return String.valueOf(status);
    }

    private ResultTable read(String where) {
        try (AthenaSession athena = AthenaSession.start(home, state, state.lastAssembly())) {
            return AthenaSession.table(athena.query(SELECT.formatted(where)));
        }
    }
}
