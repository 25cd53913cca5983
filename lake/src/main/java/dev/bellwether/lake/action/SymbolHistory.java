package dev.bellwether.lake.action;

import dev.bellwether.market.Symbol;
import dev.bellwether.market.SymbolSpan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Which instrument a symbol of a file means, and what that instrument traded as on a day.
///
/// A provider serves an instrument's whole history under the symbol that it has when it is asked: a
/// file of META begins in 2012, when the shares traded as FB. An instrument that was never renamed
/// has its symbol for an id.
public final class SymbolHistory {
    private static final String RESOURCE = "symbol-history.csv";
    private static final int COLUMNS = 4;

    private final List<SymbolSpan> spans;

    /// A history of those spans and no others.
    public SymbolHistory(List<SymbolSpan> spans) {
        this.spans = List.copyOf(spans);
    }

    /// The renamings that this project knows.
    public static SymbolHistory known() {
        return Known.HISTORY;
    }

    /// What the symbol of a file means on a day of the file. Nobody knows when it was fetched: the
    /// symbol is taken for that of its last holder.
    public Listing listing(Symbol fileSymbol, LocalDate day) {
        return listing(fileSymbol, day, span -> true);
    }

    /// What the symbol of a file means on a day of the file, which was fetched on `askedOn`.
    public Listing listing(Symbol fileSymbol, LocalDate day, LocalDate askedOn) {
        return listing(fileSymbol, day, span -> span.covers(askedOn));
    }

    /// The instrument that traded as the symbol on the day.
    public String instrumentId(Symbol traded, LocalDate day) {
        return listing(traded, day, day).instrumentId();
    }

    /// What the instrument traded as on the day; `otherwise` if it was never renamed or was not
    /// listed then.
    public Symbol symbol(String instrumentId, LocalDate day, Symbol otherwise) {
        return spans.stream()
                .filter(span -> span.instrument().equals(instrumentId) && span.covers(day))
                .findFirst()
                .map(SymbolSpan::symbol)
                .orElse(otherwise);
    }

    private Listing listing(Symbol fileSymbol, LocalDate day, Predicate<SymbolSpan> asked) {
        Optional<SymbolSpan> holder =
                spans.stream()
                        .filter(span -> span.symbol().equals(fileSymbol) && asked.test(span))
                        .max(Comparator.comparing(SymbolSpan::lastDay));
        // Whoever holds a symbol after its last known span is another instrument.
        if (holder.isEmpty() || day.isAfter(holder.get().lastDay())) {
            return new Listing(fileSymbol, fileSymbol.value());
        }
        String instrument = holder.get().instrument();
        return new Listing(symbol(instrument, day, fileSymbol), instrument);
    }

    private static SymbolHistory read() {
        try (InputStream in = SymbolHistory.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not packed with its class");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new SymbolHistory(text.lines().skip(1).map(SymbolHistory::span).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SymbolSpan span(String line) {
        String[] fields = line.split(",", COLUMNS);
        return new SymbolSpan(
                fields[0],
                Symbol.of(fields[1]),
                LocalDate.parse(fields[2]),
                fields[3].isEmpty() ? LocalDate.MAX : LocalDate.parse(fields[3]));
    }

    private static final class Known {
        private static final SymbolHistory HISTORY = read();
    }
}
