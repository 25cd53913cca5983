package dev.bellwether.cli.rules;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.Figures;
import dev.bellwether.market.rule.Rule;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.RuleRun;
import dev.bellwether.market.rule.RuleSide;
import dev.bellwether.market.rule.Screening;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a rule stands on one symbol: what live evaluation makes of the stored bars, and whether
/// they are of now at all.
///
/// @param reason why there is no data; empty when there is
record Standing(
        String ruleId,
        Symbol symbol,
        RuleSide side,
        String reason,
        Optional<Figures> figures,
        Optional<ClosedBar> last) {
    static final List<String> COLUMNS =
            List.of("rule", "symbol", "side", "reading", "reference", "last_bar", "reason");

    /// So many bars may be late before what is known counts as old.
    private static final int LATE_BARS = 3;

    /// The standing after those bars.
    ///
    /// @param ascending oldest first
    /// @param now what bars are held against; empty for a market that is replayed, which is never
    ///   old
    static Standing of(Rule rule, Symbol symbol, List<ClosedBar> ascending, Optional<Instant> now) {
        RuleDefinition definition = rule.definition();
        RuleRun run =
                new RuleRun(
                        definition,
                        symbol,
                        SeriesFacts.NONE,
                        Screening.LIVE,
                        TradingCalendar.nyse());
        ascending.forEach(run::add);
        Optional<ClosedBar> last =
                ascending.isEmpty() ? Optional.empty() : Optional.of(ascending.getLast());
        String reason =
                last.isEmpty()
                        ? "no bars"
                        : now.flatMap(at -> old(definition, last.get(), at))
                                .orElse(
                                        run.side() == RuleSide.NO_DATA
                                                ? "the last bar cannot be trusted"
                                                : "");
        return new Standing(
                definition.id(),
                symbol,
                reason.isEmpty() ? run.side() : RuleSide.NO_DATA,
                reason,
                run.figures(),
                last);
    }

    private static Optional<String> old(RuleDefinition rule, ClosedBar last, Instant now) {
        TradingCalendar calendar = TradingCalendar.nyse();
        Optional<Duration> length = rule.timeframe().length();
        if (length.isEmpty()) {
            // The day's own bar is loaded in the night after it.
            Session expected = calendar.lastClosed(now.minus(Duration.ofDays(1)));
            return last.tradingDay().isBefore(expected.tradingDay())
                    ? Optional.of("no bar since " + last.tradingDay())
                    : Optional.empty();
        }
        if (calendar.findOpen(now).isEmpty()) {
            return Optional.of("the market is closed");
        }
        Duration age = Duration.between(last.start().plus(length.get()), now);
        return age.compareTo(length.get().multipliedBy(LATE_BARS)) > 0
                ? Optional.of("no bar since " + last.start())
                : Optional.empty();
    }

    List<@Nullable String> cells() {
        return List.of(
                ruleId,
                symbol.value(),
                side.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                figures.map(read -> plain(read.reading())).orElse(""),
                figures.map(read -> plain(read.reference())).orElse(""),
                last.map(bar -> bar.start().toString()).orElse(""),
                reason);
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
