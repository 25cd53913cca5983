-- Which five symbols have risen most on the newest day that has quotes?
--
-- Parameters:
--   from_dt, to_dt   days, both included: the newest of them that has quotes counts; on a large lake
--                    name a few: only their objects are read
--
-- One row a symbol, the largest rise first:
--   symbol
--   change          price less previous close, by the symbol's last quote of that day
--   change_percent  the same in percent of the previous close
--   price, previous_close
--   timestamp       of that quote, UTC
--
-- symbol | change   | change_percent | price      | previous_close | timestamp
-- NVDA   | 6.100000 | 3.034400       | 207.130000 | 201.030000     | 2025-10-29 19:59:30.000
WITH parameters AS (
    SELECT '1900-01-01' AS from_dt,
           '2999-12-31' AS to_dt
),
newest_day AS (
    SELECT *
    FROM (
        SELECT *, max(dt) OVER () AS last_dt
        FROM quotes
        CROSS JOIN parameters
        WHERE dt BETWEEN from_dt AND to_dt)
    WHERE dt = last_dt
),
last_quotes AS (
    SELECT *, row_number() OVER (
        PARTITION BY symbol ORDER BY "timestamp" DESC, provider, feed, sequence DESC) AS age
    FROM newest_day
)
SELECT symbol,
       change,
       change_percent,
       price,
       previous_close,
       "timestamp"
FROM last_quotes
WHERE age = 1
ORDER BY change DESC, symbol
LIMIT 5;
