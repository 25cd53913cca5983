-- Which quotes are more than 5 percent away from the previous close?
--
-- Parameters:
--   percent          how far away a quote must be, more than this; below zero shows every quote
--   from_dt, to_dt   days, both included; on a large lake name some: only their objects are read
--
-- One row a quote, the largest move first; of a quote that was corrected the last correction:
--   symbol, timestamp (UTC), price, previous_close, change, change_percent, volume
--
-- symbol | timestamp               | price      | previous_close | change     | change_percent | volume
-- META   | 2025-10-29 19:59:30.000 | 690.000000 | 750.000000     | -60.000000 | -8.000000      | 800
WITH parameters AS (
    SELECT 5 AS percent,
           '1900-01-01' AS from_dt,
           '2999-12-31' AS to_dt
)
SELECT symbol,
       "timestamp",
       price,
       previous_close,
       change,
       change_percent,
       volume
FROM (
    SELECT *, row_number() OVER (
        PARTITION BY symbol, provider, feed, "timestamp", dt ORDER BY sequence DESC) AS age
    FROM quotes)
CROSS JOIN parameters
WHERE age = 1
  AND abs(change_percent) > percent
  AND dt BETWEEN from_dt AND to_dt
ORDER BY abs(change_percent) DESC, "timestamp" DESC, symbol;
