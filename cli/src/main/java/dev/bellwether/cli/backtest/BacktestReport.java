package dev.bellwether.cli.backtest;

import dev.bellwether.cli.bars.Oddities;
import dev.bellwether.cli.bars.PriceFile;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.RuleDefinition;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a backtest says about its files, on standard error.
///
/// @param actions the file of splits, if there is one
record BacktestReport(RuleDefinition rule, @Nullable Path actions, PrintWriter err) {
    /// What a user should know about a file.
    void before(PriceFile file, SeriesFacts facts) {
        file.notes().forEach(note -> err.printf("%s: %s%n", file.name(), note));
        new Oddities(TradingCalendar.nyse(), facts)
                .of(file)
                .forEach(oddity -> err.printf("%s: %s%n", file.name(), oddity));
        if (actions != null && facts.splits().isEmpty()) {
            err.printf("%s: %s has no split of %s%n", file.name(), actions, file.symbol());
        }
        if (file.rows().size() <= rule.span()) {
            err.printf(
                    "%s: too few rows, %s cannot fire before the %,d. bar%n",
                    file.name(), rule.kind().text(), rule.span() + 1);
        }
    }

    /// What came out of it.
    void after(PriceFile file, int passedOver, int fires) {
        err.printf(
                "%s: %s, %,d bars from %s to %s%s, fired %,d times%n",
                file.name(),
                file.symbol(),
                file.rows().size(),
                file.first(),
                file.last(),
                passedOver == 0 ? "" : ", %,d passed over".formatted(passedOver),
                fires);
        err.flush();
    }
}
