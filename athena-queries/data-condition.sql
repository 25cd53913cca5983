-- Is the data complete, and where is it not?
--
-- Parameters:
--   only_symbol        a symbol such as 'AAPL', or NULL for all
--   only_condition     available, degraded, pending or missing, or NULL for all
--   from_day, to_day   trading days, both included
--
-- One row a symbol, interval, condition and reason; what is not available comes first:
--   symbol         the traded symbol
--   interval       1d, or of bars within the day
--   condition      available: all is there; degraded: there, but not to be trusted; pending: not due
--                  yet; missing: the calendar expects it
--   reason         in words; empty when available
--   days           how many
--   first_day      oldest of them
--   last_day       newest
--   expected_bars  what the calendar expects of those days
--   bars           what there is
--
-- symbol | interval | condition | reason      | days | first_day  | last_day   | expected_bars | bars
-- NFLX   | 1d       | degraded  | suspect bar | 2    | 2003-02-13 | 2013-10-22 | 2             | 2
WITH parameters AS (
    SELECT CAST(NULL AS varchar) AS only_symbol,
           CAST(NULL AS varchar) AS only_condition,
           DATE '1900-01-01' AS from_day,
           DATE '2999-12-31' AS to_day
)
SELECT symbol,
       "interval",
       condition,
       reason,
       count(*) AS days,
       min(trading_day) AS first_day,
       max(trading_day) AS last_day,
       sum(expected_bars) AS expected_bars,
       sum(bars) AS bars
FROM data_condition
CROSS JOIN parameters
WHERE (only_symbol IS NULL OR symbol = only_symbol)
  AND (only_condition IS NULL OR condition = only_condition)
  AND trading_day BETWEEN from_day AND to_day
GROUP BY symbol, "interval", condition, reason
ORDER BY CASE condition WHEN 'available' THEN 2 ELSE 1 END, symbol, "interval", condition, first_day, reason;
