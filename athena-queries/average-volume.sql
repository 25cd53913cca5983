-- How much is traded in each symbol?
--
-- Parameters:
--   from_dt, to_dt   days, both included; on a large lake name some: only their objects are read
--
-- One row a symbol, the busiest first:
--   symbol
--   quotes                number of quotes, a corrected one counted once
--   average_volume        mean of the quotes' volume; each quote tells the shares of its session so far
--   average_daily_volume  mean over the days of the largest volume that was seen on the day
--
-- symbol | quotes | average_volume | average_daily_volume
-- META   | 2      | 450.00         | 800.00
WITH parameters AS (
    SELECT '1900-01-01' AS from_dt,
           '2999-12-31' AS to_dt
),
corrected AS (
    SELECT *, row_number() OVER (
        PARTITION BY symbol, provider, feed, "timestamp", dt ORDER BY sequence DESC) AS age
    FROM quotes
    CROSS JOIN parameters
    WHERE dt BETWEEN from_dt AND to_dt
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
