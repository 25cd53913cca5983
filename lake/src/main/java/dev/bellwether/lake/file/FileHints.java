package dev.bellwether.lake.file;

import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What is known about a file beside its bytes.
///
/// @param name the file's name without folders, such as `daily_AAPL.csv`
/// @param symbol whose bars they are, if that is not to be taken from the file or its name
/// @param labels how its intraday labels are meant, if that is known
/// @param lastDay the last day that it can have bars of, if that is known
public record FileHints(
        String name,
        Optional<Symbol> symbol,
        Optional<LabelConvention> labels,
        Optional<LocalDate> lastDay) {
    /// Of a file that may be of any time.
    public FileHints(String name, Optional<Symbol> symbol, Optional<LabelConvention> labels) {
        this(name, symbol, labels, Optional.empty());
    }

    /// The same of a file that was there at that instant: it has no bars of later days. Of the day
    /// after New York's it may, for a market in the east has it already.
    public FileHints takenAt(Instant instant) {
        LocalDate day = instant.atZone(TradingCalendar.ZONE).toLocalDate();
        return new FileHints(name, symbol, labels, Optional.of(day.plusDays(1)));
    }
}
