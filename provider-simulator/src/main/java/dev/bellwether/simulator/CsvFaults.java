package dev.bellwether.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Puts faults into a CSV of daily bars; see [Fault] for which row each one changes.
final class CsvFaults {
    private static final int HIGH = 2;
    private static final int LOW = 3;
    private static final int CLOSE = 4;
    private static final int VOLUME = 5;
    private static final Map<Integer, Fault> FAULT_OF_ROW =
            Map.of(
                    1, Fault.HIGH_BELOW_LOW,
                    2, Fault.NEGATIVE_VOLUME,
                    3, Fault.DUPLICATE_ROW,
                    4, Fault.CONFLICTING_ROW,
                    5, Fault.RESTATED_BAR);

    private CsvFaults() {}

    static byte[] apply(byte[] csv, Set<Fault> faults) {
        List<String> rows = AlphaVantageCsv.rows(csv);
        if (faults.isEmpty() || rows.isEmpty()) {
            return csv;
        }
        boolean oldestFirst = rows.getFirst().compareTo(rows.getLast()) < 0;
        List<String> newestFirst = oldestFirst ? rows.reversed() : rows;
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < newestFirst.size(); i++) {
            String line = newestFirst.get(i);
            Fault ofRow = FAULT_OF_ROW.get(i);
            changed.addAll(
                    ofRow != null && faults.contains(ofRow) ? shown(line, ofRow) : List.of(line));
        }
        if (oldestFirst) {
            Collections.reverse(changed);
        }
        String header = AlphaVantageCsv.headerLine(csv);
        return AlphaVantageCsv.join(
                header, faults.contains(Fault.TRUNCATED) ? cut(changed) : changed);
    }

    private static List<String> shown(String line, Fault fault) {
        return switch (fault) {
            case HIGH_BELOW_LOW -> List.of(edited(line, CsvFaults::swapHighAndLow));
            case NEGATIVE_VOLUME ->
                    List.of(edited(line, fields -> with(fields, VOLUME, "-" + fields.get(VOLUME))));
            case DUPLICATE_ROW -> List.of(line, line);
            case CONFLICTING_ROW -> List.of(line, edited(line, CsvFaults::moreVolume));
            case RESTATED_BAR -> List.of(edited(line, CsvFaults::restate));
            default -> List.of(line);
        };
    }

    // Ends after the first digit of the low of a row past the middle.
    private static List<String> cut(List<String> rows) {
        int last = rows.size() * 3 / 5;
        List<String> kept = new ArrayList<>(rows.subList(0, last));
        String row = rows.get(last);
        int comma = row.indexOf(',', row.indexOf(',', row.indexOf(',') + 1) + 1);
        kept.add(row.substring(0, Math.min(row.length(), comma + 2)));
        return kept;
    }

    private static List<String> swapHighAndLow(List<String> fields) {
        return with(with(fields, HIGH, fields.get(LOW)), LOW, fields.get(HIGH));
    }

    private static List<String> moreVolume(List<String> fields) {
        return with(fields, VOLUME, String.valueOf(Long.parseLong(fields.get(VOLUME)) + 1));
    }

    private static List<String> restate(List<String> fields) {
        boolean closedAtLow = fields.get(CLOSE).equals(fields.get(LOW));
        return moreVolume(with(fields, CLOSE, fields.get(closedAtLow ? HIGH : LOW)));
    }

    private static String edited(String line, UnaryOperator<List<String>> edit) {
        String row = line.stripTrailing();
        String lineEnd = line.substring(row.length());
        return String.join(",", edit.apply(List.of(row.split(",", -1)))) + lineEnd;
    }

    private static List<String> with(List<String> fields, int index, String value) {
        List<String> copy = new ArrayList<>(fields);
        copy.set(index, value);
        return copy;
    }
}
