package dev.bellwether.cli.audit;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.ResultTable;
import dev.bellwether.cli.series.RuleArgument;
import dev.bellwether.cli.series.SeriesOptions;
import dev.bellwether.cli.series.SymbolBars;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.audit.LookAheadAudit;
import dev.bellwether.market.audit.LookAheadAudit.Difference;
import dev.bellwether.market.audit.LookAheadAudit.Report;
import dev.bellwether.simulator.SyntheticMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bellwether audit lookahead`: whether rules use what was not known yet.
@Command(
        name = "lookahead",
        mixinStandardHelpOptions = true,
        description = {
            "Cuts knowledge off at many times and requires that nothing a rule said before changes,",
            "neither in backtests nor as live alerts evaluate it. Without files and without a lake it takes the demo's synthetic market."
        })
public final class LookAheadCommand implements Callable<Integer> {
    private static final long SEED = 1;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private SeriesOptions series = new SeriesOptions();

    @Option(
            names = "--rule",
            paramLabel = "KIND|ID",
            description = "A rule, and again for more; default: one of each kind.")
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--cuts",
            paramLabel = "N",
            description =
                    "At how many bars of a series knowledge is cut off at most (default: ${DEFAULT-VALUE}).",
            defaultValue = "200")
    private int cuts = 200;

    @Option(
            names = "-o",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        if (cuts < 1) {
            throw new ParameterException(spec.commandLine(), "--cuts is 1 or more.");
        }
        requireRules();
        var audit = new LookAheadAudit(Timeframe.ONE_DAY, cuts, SEED);
        List<List<@Nullable String>> rows = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (SymbolBars bars : bars()) {
            for (AuditedRule rule : AuditedRule.all(rules, bars, cuts)) {
                Report report = audit.audit(rule.subject(), bars.bars(), bars.facts());
                rows.add(
                        List.of(
                                rule.name(),
                                rule.evaluation(),
                                bars.symbol().value(),
                                Integer.toString(report.bars()),
                                Integer.toString(report.cuts()),
                                Integer.toString(report.differences())));
                report.first().ifPresent(it -> failures.add(words(rule, bars, it)));
            }
        }
        new ResultTable(
                        List.of("rule", "evaluation", "symbol", "bars", "cuts", "differences"),
                        rows)
                .print(format, spec.commandLine().getOut());
        failures.forEach(spec.commandLine().getErr()::println);
        spec.commandLine().getErr().flush();
        return failures.isEmpty() ? ExitStatus.OK : ExitStatus.FAILURE;
    }

    private void requireRules() {
        try {
            rules.forEach(rule -> RuleArgument.live(rule, Timeframe.ONE_DAY, Optional.empty()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
        }
    }

    private List<SymbolBars> bars() {
        if (!series.isEmpty()) {
            return series.read(spec, Timeframe.ONE_DAY);
        }
        spec.commandLine()
                .getErr()
                .println("No files and no lake: the demo's synthetic market is audited.");
        SyntheticMarket market = SyntheticMarket.of(SyntheticMarket.DEFAULT_SYMBOLS);
        return market.symbols().stream()
                .map(symbol ->
                        new SymbolBars(
                                symbol,
                                market.bars(symbol).values().stream()
                                        .map(bar -> ClosedBar.of(bar, 1))
                                        .toList(),
                                SeriesFacts.NONE))
                .toList();
    }

    private static String words(AuditedRule rule, SymbolBars bars, Difference difference) {
        return "%s, %s, %s: with bars up to %s alone it says of the bar of %s: %s; with all bars: %s"
                .formatted(
                        rule.name(),
                        rule.evaluation(),
                        bars.symbol(),
                        difference.cut(),
                        difference.about(),
                        difference.cutOff().orElse("nothing"),
                        difference.withAll().orElse("nothing"));
    }
}
