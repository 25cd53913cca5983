package dev.bellwether.cli.backfill;

import dev.bellwether.cli.demo.CallLedger;
import dev.bellwether.cli.demo.ProviderOptions;
import dev.bellwether.cli.demo.Providers;
import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.home.StateOption;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.cli.store.StoreNames;
import dev.bellwether.local.template.Template;
import dev.bellwether.market.Symbol;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bellwether backfill`: asks the provider again for what the lake lacks.
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Asks Alpha Vantage for the symbols that have missing or degraded days or no daily bars at all, one after the"
                    + " other, within the day's calls; then makes the tables anew. The next call goes on where this one"
                    + " ended.",
            "Exit status: 0 all were asked or there was nothing to repair, 3 some failed or wait for calls."
        })
public final class BackfillCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private StateOption state = new StateOption();
    @Mixin private ProviderOptions asked = new ProviderOptions();

    @Option(
            names = "--symbols",
            paramLabel = "A,B",
            description = "Only these of the last run's symbols.")
    private @Nullable String symbols;

    @Option(
            names = "--calls",
            paramLabel = "N",
            description =
                    "Calls of Alpha Vantage a day, those of earlier runs included (default: a free key's 25 with --live"
                            + " or --free-key, else no limit).")
    private @Nullable Integer calls;

    @Option(
            names = "-o",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        StateFolder folder = state.folder();
        List<Symbol> configured = StoreNames.of(Template.read(folder.lastAssembly())).symbols();
        List<Symbol> chosen = chosen(configured);
        int quota = quota();
        requireProvider(folder);
        Progress progress = new Progress(spec.commandLine().getErr(), System.console() != null);
        try (Providers providers =
                asked.open(spec.commandLine(), join(configured), System.getenv())) {
            folder.findRefusal(providers.kind())
                    .ifPresent(refusal -> {
                        throw usage(refusal);
                    });
            progress.done("start", "%s, up to %s".formatted(chosen, providers.runDay()));
            Backfill backfill =
                    new Backfill(
                            Home.current(),
                            folder,
                            providers,
                            progress,
                            quota,
                            InstantSource.system());
            return shown(backfill.run(chosen), quota, progress);
        }
    }

    private int shown(Optional<BackfillResult> found, int quota, Progress progress) {
        if (found.isEmpty()) {
            progress.done("backfill", "nothing to repair");
            return ExitStatus.OK;
        }
        BackfillResult result = found.get();
        result.table().print(format, spec.commandLine().getOut());
        if (result.waiting() > 0) {
            progress.warning(
                    "%d symbols wait: no call of the day's %s is left for them. Run backfill again tomorrow; it goes on with them."
                            .formatted(
                                    result.waiting(),
                                    quota == Integer.MAX_VALUE ? "quota" : quota));
        }
        return result.exitStatus();
    }

    private List<Symbol> chosen(List<Symbol> configured) {
        if (symbols == null) {
            return configured;
        }
        try {
            List<Symbol> named = Symbol.listOf(symbols);
            for (Symbol symbol : named) {
                if (!configured.contains(symbol)) {
                    throw usage(
                            "%s is none of the last run's symbols, %s."
                                    .formatted(symbol, join(configured)));
                }
            }
            return named;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int quota() {
        if (calls == null) {
            return asked.isFreeKey() ? CallLedger.CALLS_A_DAY : Integer.MAX_VALUE;
        }
        if (calls < 1) {
            throw usage("--calls %d allows no call.".formatted(calls));
        }
        return calls;
    }

    /// Bars that were made up must not fill gaps in bars of another origin.
    private void requireProvider(StateFolder folder) {
        if (asked.isChosen()) {
            return;
        }
        switch (folder.findMarket().orElse("")) {
            case "synthetic" -> {}
            case "live" -> throw usage("The bars under --state are real ones: add --live.");
            case "input" ->
                    throw usage("The bars under --state are of a folder: name it with --input.");
            default ->
                    throw usage(
                            "No run has said where the bars under --state are from: choose --live or --input DIR.");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static String join(List<Symbol> symbols) {
        return symbols.stream().map(Symbol::value).collect(Collectors.joining(","));
    }
}
