-- Each quote once, however often it landed, with its time as a timestamp (UTC).
--
-- Columns:
--   symbol string, open decimal(18,6), high decimal(18,6), low decimal(18,6), price decimal(18,6),
--   previous_close decimal(18,6), change decimal(18,6), change_percent decimal(18,6),
--   volume bigint, timestamp timestamp, provider string, feed string, sequence bigint,
--   schema_version int, dt string
CREATE OR REPLACE VIEW quotes AS
SELECT symbol, open, high, low, price, previous_close, change, change_percent, volume,
       CAST(from_iso8601_timestamp("timestamp") AT TIME ZONE 'UTC' AS timestamp(3)) AS "timestamp",
       provider, feed, coalesce(sequence, 0) AS sequence, schema_version, dt
FROM (
    SELECT *, row_number() OVER (
        PARTITION BY symbol, provider, feed, "timestamp", coalesce(sequence, 0), dt
        ORDER BY volume DESC, price DESC, high DESC, low, open, change DESC,
            change_percent DESC, previous_close, schema_version DESC) AS copy
    FROM quotes_landing)
WHERE copy = 1;
