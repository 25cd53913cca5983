package dev.bellwether.infra.data;

import java.util.List;

/// A table over files of the lake, as docs/reference/lake-tables.md has it.
///
/// @param prefix where its files lie, without a slash at the end
record LakeTable(
        String name, String prefix, LakeForm form, Partitions partitions, List<Column> columns) {
    /// Whether there is a folder for each day.
    enum Partitions {
        NONE,
        BY_DAY
    }

    static List<LakeTable> all() {
        return List.of(
                new LakeTable(
                        "daily_bars",
                        "bars/daily",
                        LakeForm.CSV,
                        Partitions.NONE,
                        Column.listOf(
                                """
                                symbol string, trading_day date, open decimal(18,6), high decimal(18,6),
                                low decimal(18,6), close decimal(18,6), volume bigint, provider string,
                                basis string, flags string
                                """)),
                new LakeTable(
                        "quotes_landing",
                        "quotes",
                        LakeForm.JSON_LINES,
                        Partitions.BY_DAY,
                        Column.listOf(
                                """
                                symbol string, open decimal(18,6), high decimal(18,6), low decimal(18,6),
                                price decimal(18,6), previous_close decimal(18,6), change decimal(18,6),
                                change_percent decimal(18,6), volume bigint, timestamp string,
                                provider string, feed string, schema_version int, sequence bigint
                                """)),
                new LakeTable(
                        "alerts",
                        "alerts",
                        LakeForm.JSON_LINES,
                        Partitions.BY_DAY,
                        Column.listOf(
                                """
                                alert_id string, symbol string, bar_day date, bar_start string,
                                direction string, status string, severity string, rule_id string,
                                rule_version int, rule string, timeframe string, feed string,
                                basis string, close decimal(18,6), reading decimal(18,6),
                                reference decimal(18,6), previous_close decimal(18,6),
                                message string, created_at string
                                """)),
                new LakeTable(
                        "predictions",
                        "predictions",
                        LakeForm.CSV,
                        Partitions.BY_DAY,
                        Column.listOf(
                                """
                                symbol string, as_of date, target_date date, horizon_sessions int,
                                model string, model_version string, last_close decimal(18,6),
                                predicted_close decimal(18,6), lower_80 decimal(18,6),
                                upper_80 decimal(18,6), skill string, naive_close decimal(18,6),
                                created_at string
                                """)),
                new LakeTable(
                        "quarantine",
                        "quarantine",
                        LakeForm.JSON_LINES,
                        Partitions.BY_DAY,
                        Column.listOf(
                                """
                                quarantine_id string, source string, symbol string, reason string,
                                detail string, record string, raw_key string, observed_at string
                                """)));
    }
}
