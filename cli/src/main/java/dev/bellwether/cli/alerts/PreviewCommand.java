package dev.bellwether.cli.alerts;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.series.RuleArgument;
import dev.bellwether.cli.series.SeriesOptions;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.rule.RuleDefinition;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bellwether alerts preview`: what a rule would have sent.
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "Says how often a rule would have fired lately, at which hours, and what that costs as SMS.",
            "The rule is evaluated as live alerts are: with a band, on bars that can be trusted, restated for splits."
        })
public final class PreviewCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private SeriesOptions series = new SeriesOptions();

    @Option(
            names = "--rule",
            required = true,
            paramLabel = "KIND|ID",
            description = "Such as sma-crossover:5,20, or a standard rule such as sma-daily.")
    private String rule = "";

    @Option(
            names = "--last",
            paramLabel = "LENGTH",
            description =
                    "How far back from the newest bar, such as 90d, 12w or 1y (default: ${DEFAULT-VALUE}).",
            defaultValue = "90d")
    private String last = "90d";

    @Option(
            names = "--timeframe",
            paramLabel = "1m|5m|15m|1d",
            description = "What a bar covers (default: ${DEFAULT-VALUE}).",
            defaultValue = "1d")
    private String timeframe = "1d";

    @Option(
            names = "--band",
            paramLabel = "B",
            description =
                    "Standard deviations around the line that do not count (default: that of live alerts, 1 where there is a line).")
    private @Nullable BigDecimal band;

    @Option(
            names = "-o",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        RuleDefinition definition;
        LookBack lookBack;
        try {
            definition =
                    RuleArgument.live(rule, Timeframe.of(timeframe), Optional.ofNullable(band));
            lookBack = LookBack.parse(last);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
        }
        RulePreview preview =
                RulePreview.of(definition, series.read(spec, definition.timeframe()), lookBack);
        PreviewReport.print(
                preview, format, spec.commandLine().getOut(), spec.commandLine().getErr());
        return ExitStatus.OK;
    }
}
