package dev.bellwether.etl;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a run of the job is asked for.
///
/// @param lake root of the lake, such as `s3://bucket` or `file:///folder`
/// @param tables which curated tables are written
/// @param rowsPerFile most rows of a file; a symbol's rows are never in two files
/// @param rowGroupBytes how much of a file a query that asks for one symbol has to read at least
record EtlSettings(URI lake, Set<CuratedTable> tables, long rowsPerFile, int rowGroupBytes) {
    /// About 128 MB of daily bars.
    private static final long ROWS_PER_FILE = 6_000_000;

    /// Measured: docs/reference/bytes-scanned.md.
    private static final int ROW_GROUP_BYTES = 16 << 20;

    /// Reads `--key value` pairs. Others than these are ignored: AWS Glue passes its own.
    ///
    /// @throws IllegalArgumentException if a value is missing or cannot be read
    static EtlSettings parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].startsWith("--")) {
                values.put(arguments[i].substring(2), arguments[i + 1]);
            }
        }
        String lake = values.get("lake");
        if (lake == null) {
            throw new IllegalArgumentException(
                    "Which lake? Give --lake s3://<bucket> or --lake file:///<folder>");
        }
        return new EtlSettings(
                URI.create(lake),
                tables(values.getOrDefault("tables", "all")),
                number(values, "rows-per-file", ROWS_PER_FILE),
                Math.toIntExact(number(values, "row-group-bytes", ROW_GROUP_BYTES)));
    }

    /// Whether the run makes the tables that a training set follows from, and so the set.
    boolean makesTrainingSet() {
        return tables.containsAll(
                Set.of(
                        CuratedTable.DAILY_BARS,
                        CuratedTable.CORPORATE_ACTIONS,
                        CuratedTable.DATA_CONDITION));
    }

    private static Set<CuratedTable> tables(String names) {
        if (names.equals("all")) {
            return new TreeSet<>(Set.of(CuratedTable.values()));
        }
        return Stream.of(names.split(",", -1))
                .map(name -> CuratedTable.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long number(Map<String, String> values, String key, long otherwise) {
        String value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        long number = Long.parseLong(value);
        if (number < 1) {
            throw new IllegalArgumentException("--%s is %s, less than 1".formatted(key, value));
        }
        return number;
    }
}
