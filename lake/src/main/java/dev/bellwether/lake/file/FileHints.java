package dev.bellwether.lake.file;

import dev.bellwether.market.Symbol;
import java.util.Optional;

/// What is known about a file beside its bytes.
///
/// @param name the file's name without folders, such as `daily_AAPL.csv`
/// @param symbol whose bars they are, if that is not to be taken from the file or its name
/// @param labels how its intraday labels are meant, if that is known
public record FileHints(String name, Optional<Symbol> symbol, Optional<LabelConvention> labels) {}
