package dev.bellwether.cli.alerts;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.ResultTable;
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
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
        print(findings);
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

    private void print(List<Finding> findings) {
        if (format == OutputFormat.TABLE) {
            findings.forEach(finding ->
                    spec.commandLine()
                            .getOut()
                            .printf("%s: %s%n", finding.kind().text(), FindingWords.of(finding)));
            spec.commandLine().getOut().println();
        }
        boolean inWords = format != OutputFormat.TABLE;
        List<String> columns =
                new ArrayList<>(
                        List.of(
                                "rule",
                                "direction",
                                "sessions",
                                "fires",
                                "left_out",
                                "after_fires",
                                "after_random",
                                "difference",
                                "lower",
                                "upper",
                                "p",
                                "p_corrected",
                                "verdict"));
        if (inWords) {
            columns.add("in_words");
        }
        new ResultTable(columns, findings.stream().map(it -> row(it, inWords)).toList())
                .print(format, spec.commandLine().getOut());
        long tests = findings.stream().filter(it -> it.p().isPresent()).count();
        spec.commandLine()
                .getErr()
                .printf(
                        "Logarithmic returns from the next open; %d comparisons, corrected by Holm's method at %.0f %%."
                                + " Before costs, and only of stocks that are still there. Not investment advice.%n",
                        tests, 100 * UsefulnessStudy.LEVEL);
        spec.commandLine().getErr().flush();
    }

    private static List<@Nullable String> row(Finding finding, boolean inWords) {
        List<@Nullable String> row = new ArrayList<>();
        row.add(finding.kind().text());
        row.add(finding.direction().id());
        row.add(Integer.toString(finding.horizon()));
        row.add(Integer.toString(finding.fires()));
        row.add(Integer.toString(finding.leftOut()));
        row.add(number(finding.afterFires()));
        row.add(number(finding.afterRandom()));
        row.add(number(finding.difference()));
        row.add(number(finding.lower()));
        row.add(number(finding.upper()));
        row.add(finding.p().map(UsefulnessCommand::number).orElse(null));
        row.add(finding.corrected().map(UsefulnessCommand::number).orElse(null));
        row.add(finding.verdict().id());
        if (inWords) {
            row.add(FindingWords.of(finding));
        }
        return row;
    }

    private static @Nullable String number(double value) {
        return Double.isNaN(value) ? null : String.format(Locale.ROOT, "%.4f", value);
    }
}
