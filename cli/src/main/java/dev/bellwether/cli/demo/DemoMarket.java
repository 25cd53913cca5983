package dev.bellwether.cli.demo;

import dev.bellwether.market.Symbol;
import dev.bellwether.simulator.FolderMarket;
import dev.bellwether.simulator.InvalidFolderException;
import dev.bellwether.simulator.Market;
import dev.bellwether.simulator.SyntheticMarket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// What a demo runs on: whose bars, for which symbols, on which day.
///
/// @param market what the simulated providers serve
/// @param symbols what the pipeline is deployed for
/// @param runDay the latest trading day of those symbols
/// @param kind `synthetic` or `input`
/// @param source where the market comes from, for the user
/// @param ignored files of the input folder that are not served, with the reason
record DemoMarket(
        Market market,
        List<Symbol> symbols,
        LocalDate runDay,
        String kind,
        String source,
        List<String> ignored) {

    /// The market of the command line's options; a folder or symbol that can't be used is a usage
    /// error.
    static DemoMarket of(CommandLine commandLine, @Nullable Path input, @Nullable String symbols) {
        try {
            List<Symbol> asked = symbols == null ? List.of() : Symbol.listOf(symbols);
            return input == null ? synthetic(asked) : folder(input, asked);
        } catch (InvalidFolderException | IllegalArgumentException | IllegalStateException e) {
            throw new ParameterException(commandLine, String.valueOf(e.getMessage()), e);
        }
    }

    private static DemoMarket synthetic(List<Symbol> asked) {
        List<Symbol> symbols = asked.isEmpty() ? SyntheticMarket.DEFAULT_SYMBOLS : asked;
        SyntheticMarket market = SyntheticMarket.of(symbols);
        return new DemoMarket(
                market,
                symbols,
                market.runDay(),
                "synthetic",
                "synthetic market, seed " + SyntheticMarket.DEFAULT_SEED,
                List.of());
    }

    private static DemoMarket folder(Path input, List<Symbol> asked) {
        FolderMarket market = FolderMarket.of(input);
        List<Symbol> symbols = asked.isEmpty() ? market.symbols() : asked;
        if (symbols.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s holds no CSV with the header timestamp,open,high,low,close,volume"
                            .formatted(input));
        }
        List<Symbol> served = symbols.stream().filter(market::knows).toList();
        if (served.isEmpty()) {
            throw new IllegalArgumentException("%s holds none of %s".formatted(input, symbols));
        }
        return new DemoMarket(
                market,
                symbols,
                market.runDay(served),
                "input",
                input.toString(),
                market.ignored().stream().map(file -> file.name() + ": " + file.reason()).toList());
    }
}
