-- What came in last? The newest quotes.
--
-- Parameters:
--   only_symbol      a symbol such as 'AAPL', or NULL for all
--   from_dt, to_dt   days, both included; on a large lake name some: only their objects are read
--
-- One row a quote, newest first, 20 at most:
--   timestamp (UTC), symbol, price, change, change_percent (both against the previous close),
--   open, high, low, volume (of the session up to then), provider; a correction stands before what
--   it corrects
--
-- timestamp               | symbol | price      | change   | change_percent | open       | high       | low        | volume | provider
-- 2025-10-29 19:59:30.000 | AAPL   | 269.700000 | 0.700000 | 0.260200       | 269.000000 | 269.700000 | 269.000000 | 500    | yahoo
WITH parameters AS (
    SELECT CAST(NULL AS varchar) AS only_symbol,
           '1900-01-01' AS from_dt,
           '2999-12-31' AS to_dt
)
SELECT "timestamp",
       symbol,
       price,
       change,
       change_percent,
       open,
       high,
       low,
       volume,
       provider
FROM quotes
CROSS JOIN parameters
WHERE dt BETWEEN from_dt AND to_dt
  AND (only_symbol IS NULL OR symbol = only_symbol)
ORDER BY "timestamp" DESC, symbol, provider, feed, sequence DESC
LIMIT 20;
