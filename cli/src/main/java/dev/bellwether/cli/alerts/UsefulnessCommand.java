package dev.bellwether.cli.alerts;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.series.RuleArgument;
import dev.bellwether.cli.series.SeriesOptions;
import dev.bellwether.cli.series.SymbolBars;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.Rule;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.StandardRules;
import dev.bellwether.market.study.UsefulnessStudy;
import dev.bellwether.market.study.UsefulnessStudy.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bellwether alerts usefulness`: whether alerts told anything about what came after them.
@Command(
        name = "usefulness",
        mixinStandardHelpOptions = true,
        description = {
            "Compares what prices did after a rule's fires with what they did after random days of the same stocks and years.",
            "Entry is the next session's open. Corrected for the number of comparisons; before costs."
        })
public final class UsefulnessCommand implements Callable<Integer> {
    private static final int DRAWS = 1999;
    private static final int LONGEST_HORIZON = 250;
    private static final int LONGEST_LIST = 10;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private SeriesOptions series = new SeriesOptions();

    @Option(
            names = "--rule",
            paramLabel = "KIND|ID",
            description =
                    "A rule, and again for more; default: the standard rules. Each one more makes the correction stricter.")
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--horizon",
            split = ",",
            paramLabel = "SESSIONS",
            description = "Sessions to look ahead (default: ${DEFAULT-VALUE}).",
            defaultValue = "5,20")
    private List<Integer> horizons = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of the random days (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed = 1;

    @Option(
            names = "-o",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        List<RuleDefinition> definitions = definitions();
        requireHorizons();
        List<SymbolBars> bars = series.read(spec, Timeframe.ONE_DAY);
        List<Finding> findings =
                new UsefulnessStudy(TradingCalendar.nyse(), DRAWS, seed)
                        .study(
                                definitions,
                                horizons,
                                bars.stream()
                                        .map(it ->
                                                new UsefulnessStudy.Input(
                                                        it.symbol(), it.bars(), it.facts()))
                                        .toList());
        UsefulnessReport.print(
                findings, format, spec.commandLine().getOut(), spec.commandLine().getErr());
        return ExitStatus.OK;
    }

    private List<RuleDefinition> definitions() {
        if (rules.isEmpty()) {
            return StandardRules.overlaidWith(List.of()).stream().map(Rule::definition).toList();
        }
        try {
            return rules.stream()
                    .map(rule -> RuleArgument.live(rule, Timeframe.ONE_DAY, Optional.empty()))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
        }
    }

    private void requireHorizons() {
        if (horizons.size() > LONGEST_LIST
                || horizons.stream().anyMatch(it -> it < 1 || it > LONGEST_HORIZON)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--horizon takes up to %d numbers of sessions from 1 to %d."
                            .formatted(LONGEST_LIST, LONGEST_HORIZON));
        }
    }
}
