-- How much is traded in each symbol?
--
-- One row a symbol, the busiest first:
--   symbol
--   quotes                number of quotes, a corrected one counted once
--   average_volume        mean of the quotes' volume; each quote tells the shares of its session so far
--   average_daily_volume  mean over the days of the largest volume that was seen on the day
WITH corrected AS (
    SELECT *, row_number() OVER (
        PARTITION BY symbol, provider, feed, "timestamp", dt ORDER BY sequence DESC) AS age
    FROM quotes
),
days AS (
    SELECT symbol,
           dt,
           count(*) AS quotes,
           sum(CAST(volume AS decimal(30, 2))) AS volumes,
           max(volume) AS day_volume
    FROM corrected
    WHERE age = 1
    GROUP BY symbol, dt
)
SELECT symbol,
       sum(quotes) AS quotes,
       CAST(sum(volumes) / sum(quotes) AS decimal(20, 2)) AS average_volume,
       avg(CAST(day_volume AS decimal(20, 2))) AS average_daily_volume
FROM days
GROUP BY symbol
ORDER BY average_volume DESC, symbol;
