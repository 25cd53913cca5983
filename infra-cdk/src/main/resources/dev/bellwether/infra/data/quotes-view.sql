SELECT symbol, open, high, low, price, previous_close, change, change_percent, volume,
       CAST(from_iso8601_timestamp("timestamp") AT TIME ZONE 'UTC' AS timestamp(3)) AS "timestamp",
       provider, feed, coalesce(sequence, 0) AS sequence, schema_version, dt
FROM (
    SELECT *, row_number() OVER (
        PARTITION BY symbol, provider, feed, "timestamp", coalesce(sequence, 0), dt
        ORDER BY volume DESC, price DESC, high DESC, low, open, change DESC,
            change_percent DESC, previous_close, schema_version DESC) AS copy
    FROM quotes_landing)
WHERE copy = 1
