package dev.bellwether.cli.output;

/// In which form a result is printed.
public enum OutputFormat {
    /// Aligned columns for reading.
    TABLE,
    /// One JSON array of objects; numbers and dates as they are in the result, as strings.
    JSON,
    /// RFC 4180 with a header and LF line ends.
    CSV
}
