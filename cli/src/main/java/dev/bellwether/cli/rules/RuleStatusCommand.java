package dev.bellwether.cli.rules;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.ResultTable;
import dev.bellwether.cli.store.PipelineStores;
import dev.bellwether.cli.store.PipelineStores.Use;
import dev.bellwether.cli.store.StoreOption;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.rule.Rule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bellwether rules status`: what each rule says now, so that silence is never taken for "no
/// signal".
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Shows where each enabled rule stands on each symbol: above, below, between, warming, or no-data with its reason.")
public final class RuleStatusCommand implements Callable<Integer> {
    private final InstantSource clock = InstantSource.system();

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private StoreOption where = new StoreOption();

    @Option(
            names = "-o",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        List<Standing> standings = PipelineStores.use(where, Use.TABLE, this::standings);
        new ResultTable(Standing.COLUMNS, standings.stream().map(Standing::cells).toList())
                .print(format, spec.commandLine().getOut());
        return ExitStatus.OK;
    }

    private List<Standing> standings(PipelineStores stores) {
        SeriesBars bars = new SeriesBars(stores.items());
        Optional<Instant> now =
                stores.replaysMarket() ? Optional.empty() : Optional.of(clock.instant());
        List<Standing> standings = new ArrayList<>();
        for (Rule rule : new RuleTable(stores.items(), clock).all().rules()) {
            for (Symbol symbol : stores.names().symbols()) {
                if (rule.watches(symbol)) {
                    standings.add(
                            Standing.of(
                                    rule,
                                    symbol,
                                    bars.newest(rule.definition().series(symbol)),
                                    now));
                }
            }
        }
        return standings;
    }
}
