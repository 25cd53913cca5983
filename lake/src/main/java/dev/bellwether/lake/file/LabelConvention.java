package dev.bellwether.lake.file;

/// Which end of its bar an intraday label names.
public enum LabelConvention {
    /// The label is the bar's first instant.
    START,
    /// The label is the bar's end.
    END
}
