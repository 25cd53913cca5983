package dev.bellwether.lake.file;

import dev.bellwether.market.QuarantineReason;
import java.util.OptionalInt;

/// Where a table has what a bar is made of.
///
/// @param symbol a column of symbols, where the rows are of several
record PriceColumns(
        int width,
        int stamp,
        int open,
        int high,
        int low,
        int close,
        int volume,
        OptionalInt dividend,
        OptionalInt split,
        OptionalInt symbol) {
    static boolean fit(FileTable table) {
        return table.has("open", "high", "low", "close", "volume") && table.stamp().isPresent();
    }

    static PriceColumns of(FileTable table) {
        return new PriceColumns(
                table.columns().size(),
                table.stamp().orElseThrow(),
                table.find("open").orElseThrow(),
                table.find("high").orElseThrow(),
                table.find("low").orElseThrow(),
                table.find("close").orElseThrow(),
                table.find("volume").orElseThrow(),
                table.find("dividend_amount"),
                table.find("split_coefficient"),
                table.find("symbol", "ticker"));
    }

    Figures figures(FileTable.Row row) throws BadRowException {
        int cells = row.cells().size();
        if (cells < width) {
            throw new BadRowException(
                    QuarantineReason.UNPARSABLE,
                    "%d cells where the header has %d; is the row cut off?"
                            .formatted(cells, width));
        }
        if (row.cells().subList(width, cells).stream().anyMatch(cell -> !cell.isEmpty())) {
            throw new BadRowException(
                    QuarantineReason.UNPARSABLE,
                    "%d cells where the header has %d".formatted(cells, width));
        }
        return Figures.of(
                row.cell(open), row.cell(high), row.cell(low), row.cell(close), row.cell(volume));
    }
}
