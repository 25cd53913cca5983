package dev.bellwether.traintrigger;

/// The lake's daily bars.
interface StoredBars {
    /// Whether there are bars of any symbol.
    boolean exist();
}
