package dev.bellwether.cli.endtoend;

import dev.bellwether.market.Symbol;
import dev.bellwether.simulator.SyntheticMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// A user's folder of daily CSV files, synthetic, that ends on a short session: fewer polls, the
/// same flow.
final class InputFolder {
    /// The day after Thanksgiving: the exchange closes at 13:00.
    static final LocalDate DAY = LocalDate.of(2025, 11, 28);

    /// A quote each half minute from 09:30:00 to 13:00:00.
    static final int POLLS = 421;

    static final int SESSIONS = 150;
    private static final long SEED = 50;

    private InputFolder() {}

    static SyntheticMarket market(List<Symbol> symbols) {
        return new SyntheticMarket(SEED, symbols, DAY, SESSIONS);
    }

    /// Writes `daily_<symbol>.csv` of each symbol.
    static Path write(Path folder, List<Symbol> symbols) throws IOException {
        Files.createDirectories(folder);
        SyntheticMarket market = market(symbols);
        for (Symbol symbol : symbols) {
            Files.write(folder.resolve("daily_" + symbol + ".csv"), market.dailyCsv(symbol));
        }
        return folder;
    }
}
