package dev.bellwether.cli.rules;

import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Series;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.rule.Rule;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.RuleKind;
import dev.bellwether.market.rule.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a user says of a rule.
final class RuleOptions {
    @Parameters(
            paramLabel = "RULE",
            description =
                    "sma-crossover:FAST,SLOW, percent-change:PERCENT, percent-change:DEVIATIONSsd, price-level:PRICE or rsi-threshold:PERIOD,LEVEL.")
    private String kind = "";

    @Option(
            names = "--id",
            paramLabel = "ID",
            required = true,
            description =
                    "Small letters, digits and dashes. That of a rule that is there changes it.")
    private String id = "";

    @Option(
            names = "--timeframe",
            paramLabel = "TIME",
            defaultValue = "1d",
            description = "Bars of 1m, 5m, 15m or 1d (default: ${DEFAULT-VALUE}).")
    private String timeframe = "1d";

    @Option(
            names = "--feed",
            paramLabel = "FEED",
            description =
                    "alphavantage: the provider's daily bars; sampled: ours out of quotes (default: alphavantage for 1d, else sampled).")
    private @Nullable String feed;

    @Option(
            names = "--symbols",
            paramLabel = "A,B",
            description = "Symbols to watch (default: all of the pipeline's).")
    private @Nullable String symbols;

    @Option(
            names = "--band",
            paramLabel = "SD",
            description =
                    "How far beyond the line a side begins, in standard deviations of the last 20 differences; 0 for none (default: 1 where the rule has a line).")
    private @Nullable BigDecimal band;

    @Option(
            names = "--cool-down",
            paramLabel = "BARS",
            defaultValue = "0",
            description = "Bars after an alert without another (default: ${DEFAULT-VALUE}).")
    private int coolDown;

    @Option(
            names = "--longest-gap",
            paramLabel = "N",
            defaultValue = "" + RuleDefinition.LIVE_LONGEST_GAP,
            description =
                    "Sessions, or bars within one, that may be missing before it warms up anew (default: ${DEFAULT-VALUE}).")
    private int longestGap = RuleDefinition.LIVE_LONGEST_GAP;

    @Option(
            names = "--severity",
            paramLabel = "LEVEL",
            defaultValue = "warning",
            description = "info, warning or critical (default: ${DEFAULT-VALUE}).")
    private String severity = "warning";

    @Option(
            names = "--since",
            paramLabel = "INSTANT",
            description =
                    "Bars before it do not alert, such as 2025-10-29T00:00:00Z (default: now; of a local market that is replayed, the beginning).")
    private @Nullable Instant since;

    /// The rule, enabled, as a first version.
    ///
    /// @param otherwise when it takes effect if the user does not say
    /// @throws IllegalArgumentException that says what is wrong
    Rule rule(Instant otherwise) {
        Timeframe time = Timeframe.of(timeframe);
        RuleKind parsed = RuleKind.parse(kind);
        String from = feed == null ? usualFeed(time) : feed;
        requireBars(from, time);
        return new Rule(
                new RuleDefinition(
                        id,
                        1,
                        parsed,
                        from,
                        // Sampled bars are as traded; the provider's are restated for splits.
                        from.equals(Series.SAMPLED) ? Basis.RAW : Basis.SPLIT,
                        time,
                        band == null ? RuleDefinition.liveBand(parsed) : band,
                        coolDown,
                        longestGap),
                symbols(),
                Severity.of(severity),
                Rule.Status.ENABLED,
                Optional.empty(),
                since == null ? otherwise : since);
    }

    private static String usualFeed(Timeframe time) {
        return time == Timeframe.ONE_DAY ? Provider.ALPHA_VANTAGE.id() : Series.SAMPLED;
    }

    private static void requireBars(String feed, Timeframe time) {
        boolean daily = time == Timeframe.ONE_DAY;
        if (!feed.equals(Series.SAMPLED) && !feed.equals(Provider.ALPHA_VANTAGE.id())) {
            throw new IllegalArgumentException(
                    "There is no feed %s with bars, only alphavantage (1d) and sampled"
                            .formatted(feed));
        }
        if (feed.equals(Provider.ALPHA_VANTAGE.id()) && !daily) {
            throw new IllegalArgumentException(
                    "Feed alphavantage has bars of 1d only, not of " + time.id());
        }
    }

    private SortedSet<Symbol> symbols() {
        return symbols == null ? new TreeSet<>() : new TreeSet<>(Symbol.listOf(symbols));
    }

    /// The rule, when the pipeline fetches what it watches.
    ///
    /// @throws IllegalArgumentException that names the symbols it does not know, and all it knows
    static Rule requireKnown(Rule rule, List<Symbol> known) {
        List<Symbol> unknown =
                rule.symbols().stream().filter(symbol -> !known.contains(symbol)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "The pipeline does not fetch %s, only %s; deploy or run it with more symbols first"
                            .formatted(join(unknown), join(known)));
        }
        return rule;
    }

    private static String join(List<Symbol> symbols) {
        return String.join(", ", symbols.stream().map(Symbol::value).toList());
    }
}
