package dev.bellwether.cli.backtest;

import dev.bellwether.cli.bars.PriceFile;
import dev.bellwether.cli.bars.PriceFiles;
import dev.bellwether.cli.bars.PriceFiles.BadFilesException;
import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.market.Basis;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.Fire;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.RuleHistory;
import dev.bellwether.market.rule.RuleKind;
import dev.bellwether.market.rule.RuleSide;
import dev.bellwether.market.rule.Screening;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bellwether backtest`: when a rule would have fired on files of bars.
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Says when a rule would have fired on files of bars, by the evaluator of live alerts.",
            "Without further options it takes the file's closes as they stand: every row, no adjustment for splits,"
                    + " no band, nothing left out. What looks wrong in a file is named on standard error."
        })
public final class BacktestCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "CSV with a date and a close, such as daily_AAPL.csv, or Alpha Vantage's JSON.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--rule",
            required = true,
            paramLabel = "KIND",
            description = "Such as sma-crossover:5,20, percent-change:5 or rsi-threshold:14,70.")
    private String rule = "";

    @Option(
            names = "--timeframe",
            paramLabel = "1m|5m|15m|1d",
            description = "What a row of the files covers (default: ${DEFAULT-VALUE}).",
            defaultValue = "1d")
    private String timeframe = "1d";

    @Option(
            names = "--band",
            paramLabel = "B",
            description =
                    "Standard deviations of 20 differences around the line that do not count (default: ${DEFAULT-VALUE}; live alerts have 1).",
            defaultValue = "0")
    private BigDecimal band = BigDecimal.ZERO;

    @Option(
            names = "--basis",
            description =
                    "raw or split (default: ${DEFAULT-VALUE}); split restates closes for the splits in --actions.",
            defaultValue = "raw")
    private Basis basis = Basis.RAW;

    @Option(
            names = "--actions",
            paramLabel = "FILE",
            description = "Splits: CSV with effective_date,split_factor, and symbol if of several.")
    private @Nullable Path actions;

    @Option(
            names = "--quality",
            description =
                    "Passes over bars that live alerts pass over, and warms up anew after jumps and gaps.")
    private boolean quality;

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            description = "Whose bars the one file holds, if its name does not say it.")
    private @Nullable String symbol;

    @Option(
            names = "-o",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        RuleDefinition definition = definition();
        PriceFiles read = read(definition.timeframe());
        var report = new BacktestReport(definition, actions, spec.commandLine().getErr());
        List<Fire> fires = new ArrayList<>();
        for (PriceFile file : read.files()) {
            report.before(file, read.facts(file.symbol()));
            fires.addAll(evaluate(file, read.facts(file.symbol()), report));
        }
        FireTable.of(definition, fires).print(format, spec.commandLine().getOut());
        return ExitStatus.OK;
    }

    private List<Fire> evaluate(PriceFile file, SeriesFacts facts, BacktestReport report) {
        List<Fire> fires = new ArrayList<>();
        var passedOver = new AtomicInteger();
        new RuleHistory(
                        report.rule(),
                        file.symbol(),
                        facts,
                        quality ? Screening.LIVE : Screening.NONE,
                        TradingCalendar.nyse())
                .walk(
                        file.bars(),
                        (_, run, fire) -> {
                            fire.ifPresent(fires::add);
                            if (run.side() == RuleSide.NO_DATA) {
                                passedOver.incrementAndGet();
                            }
                        });
        report.after(file, passedOver.get(), fires.size());
        return fires;
    }

    private RuleDefinition definition() {
        if (basis == Basis.SPLIT && actions == null) {
            throw new ParameterException(
                    spec.commandLine(), "--basis split needs the splits: --actions FILE.");
        }
        if (symbol != null && files.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--symbol says whose bars one file holds, not several.");
        }
        try {
            return new RuleDefinition(
                    "backtest",
                    1,
                    RuleKind.parse(rule),
                    "file",
                    basis,
                    Timeframe.of(timeframe),
                    band,
                    0,
                    quality ? RuleDefinition.LIVE_LONGEST_GAP : Integer.MAX_VALUE);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
        }
    }

    private PriceFiles read(Timeframe ofRows) {
        try {
            PriceFiles read =
                    PriceFiles.read(
                            new PriceFiles.Request(
                                    files,
                                    Optional.ofNullable(symbol).map(this::symbol),
                                    ofRows,
                                    Optional.ofNullable(actions)));
            if (quality) {
                read.requireComplete();
            }
            return read;
        } catch (BadFilesException e) {
            throw new FailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private Symbol symbol(String text) {
        try {
            return Symbol.of(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
        }
    }
}
