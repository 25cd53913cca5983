-- Which five symbols have risen most on the newest day that has quotes?
--
-- One row a symbol, the largest rise first:
--   symbol
--   change          price less previous close, by the symbol's last quote of that day
--   change_percent  the same in percent of the previous close
--   price, previous_close
--   timestamp       of that quote, UTC
WITH newest_day AS (
    SELECT *
    FROM (SELECT *, max(dt) OVER () AS last_dt FROM quotes)
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
