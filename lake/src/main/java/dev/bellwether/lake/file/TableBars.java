package dev.bellwether.lake.file;

import dev.bellwether.lake.Interval;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes bars of a table's rows: Alpha Vantage's, out of CSV or JSON, or Yahoo's CSV.
final class TableBars {
    private final FileTable table;
    private final FileHints hints;
    private final Meta meta;
    private final PriceColumns columns;
    private final StampCells stamps;
    private final List<Stamp> known = new ArrayList<>();

    private TableBars(FileTable table, FileHints hints, Meta meta) {
        this.table = table;
        this.hints = hints;
        this.meta = meta;
        this.columns = PriceColumns.of(table);
        this.stamps =
                StampCells.of(table.rows().stream().map(row -> row.cell(columns.stamp())).toList());
        table.rows().forEach(row -> stamps.find(row.cell(columns.stamp())).ifPresent(known::add));
    }

    /// What is known beside the table.
    ///
    /// @param suffix of the form's name
    /// @param symbol as the file states it
    /// @param interval as the file states it
    record Meta(String suffix, Optional<String> symbol, Optional<Interval> interval, ZoneId zone) {}

    /// Reads a table that has a bar's columns.
    static FileReading read(FileTable table, FileHints hints, Meta meta)
            throws UnreadableFileException {
        return new TableBars(table, hints, meta).read();
    }

    private FileReading read() throws UnreadableFileException {
        boolean daily = isDaily();
        TableForm form = form(daily);
        BarSheet sheet = form.sheet();
        sheet.until(hints.lastDay());
        table.notes().forEach(sheet::note);
        table.lost().forEach(lost -> sheet.reject(lost.origin(), lost.why()));
        if (daily) {
            if (Intervals.areLongerThanDays(known.stream().map(Stamp::day).toList())) {
                throw new UnreadableFileException(
                        "Its rows lie a week or more apart; bars of weeks or months are not kept.");
            }
            readRows(form, sheet, Interval.ONE_DAY, Duration.ZERO);
            return sheet.data(form.id + meta.suffix());
        }
        List<LocalDateTime> times =
                known.stream()
                        .filter(stamp -> stamp.time() != null)
                        .map(stamp -> stamp.local(meta.zone()))
                        .toList();
        Interval interval = interval(times);
        Optional<Labels.Decided> labels =
                form == TableForm.YAHOO
                        ? Optional.of(new Labels.Decided(LabelConvention.START, ""))
                        : Labels.decide(times, hints.labels());
        if (labels.isEmpty()) {
            return new FileReading.LabelsUnknown(
                    "Its times may name the start or the end of their bars: the provider changed that between 2021-10 and 2023-06, and neither the first nor the last of the day tells. Say it with --labels start or --labels end.");
        }
        if (form == TableForm.INTRADAY) {
            sheet.note(labels.get().note());
            sheet.note(
                    "Alpha Vantage's intraday prices are taken as restated for splits and dividends, its default; the file does not say.");
        }
        readRows(form, sheet, interval, shift(labels.get(), interval));
        return sheet.data(form.id + meta.suffix());
    }

    private static Duration shift(Labels.Decided labels, Interval interval) {
        return labels.convention() == LabelConvention.END
                ? interval.length().orElseThrow()
                : Duration.ZERO;
    }

    private TableForm form(boolean daily) {
        if (table.find("adj_close").isPresent() && columns.split().isEmpty()) {
            return TableForm.YAHOO;
        }
        if (!daily) {
            return TableForm.INTRADAY;
        }
        return columns.split().isPresent() ? TableForm.ADJUSTED : TableForm.DAILY;
    }

    /// Days, or days with the same time of day each, such as the close's.
    private boolean isDaily() {
        if (known.stream().allMatch(Stamp::isDay)) {
            return true;
        }
        Set<LocalTime> times = new HashSet<>();
        Set<LocalDate> days = new HashSet<>();
        for (Stamp stamp : known) {
            times.add(stamp.time() == null ? LocalTime.MIDNIGHT : stamp.time());
            days.add(stamp.day());
        }
        return meta.interval().isEmpty() && times.size() == 1 && days.size() > 1;
    }

    private Interval interval(List<LocalDateTime> times) throws UnreadableFileException {
        return meta.interval()
                .or(() -> Intervals.named(hints.name()))
                .or(() -> Intervals.spaced(times))
                .orElseThrow(() ->
                        new UnreadableFileException(
                                "Its times do not tell how long its bars are: 1, 5, 15, 30 or 60 minutes. A name like intraday_5min_IBM.csv would."));
    }

    private void readRows(TableForm form, BarSheet sheet, Interval interval, Duration shift)
            throws UnreadableFileException {
        TableActions actions = new TableActions(columns, sheet, form.provider);
        Optional<Symbol> one =
                columns.symbol().isPresent() && hints.symbol().isEmpty()
                        ? Optional.empty()
                        : Optional.of(SymbolSource.of(hints, meta.symbol()));
        for (FileTable.Row row : table.rows()) {
            try {
                Symbol symbol = one.isPresent() ? one.get() : symbol(row);
                Stamp stamp = stamps.read(row.cell(columns.stamp()));
                if (!actions.readInstead(row, symbol, stamp.day())) {
                    Figures figures = columns.figures(row);
                    sheet.add(row.origin(), slot(symbol, stamp, interval, shift), figures);
                    actions.readBeside(row, symbol, stamp.day());
                }
            } catch (BadRowException e) {
                sheet.reject(row.origin(), e);
            }
        }
        actions.finish();
    }

    private Symbol symbol(FileTable.Row row) throws BadRowException {
        String cell = row.cell(columns.symbol().orElseThrow());
        if (!Symbol.isValid(cell)) {
            throw new BadRowException(
                    QuarantineReason.UNPARSABLE, "'%s' is no symbol".formatted(Excerpt.of(cell)));
        }
        return Symbol.of(cell);
    }

    private BarSheet.Slot slot(Symbol symbol, Stamp stamp, Interval interval, Duration shift)
            throws BadRowException {
        if (interval == Interval.ONE_DAY) {
            return new BarSheet.Slot(symbol, interval, ClosedBar.startOf(stamp.day()), stamp.day());
        }
        Instant start = stamp.instant(meta.zone()).minus(shift);
        Grid.require(start, interval);
        return new BarSheet.Slot(symbol, interval, start, start.atZone(meta.zone()).toLocalDate());
    }
}
