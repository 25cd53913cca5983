-- What was each symbol's highest price in each hour of each trading day, and when?
--
-- Parameters: none; all days. On a large lake add a condition on dt below: only its objects are read.
--
-- The hour is the clock hour in New York in which the bar starts, by the rules of the day: summer time
-- or not. Prices are compared and shown with 4 decimals, and of bars with the same high the earliest
-- counts, so there is one row an hour. Every bar counts, before and after the session too.
--
-- Bars of different series (provider, feed, basis, interval) are not mixed: one of them speaks for an
-- hour. As traded comes before adjusted, then the provider that is believed first, then the series whose
-- bars cover most of the hour, then the finest interval, then the feed that is believed first.
--
-- One row a symbol, day and hour, in that order:
--   symbol         the traded symbol
--   trading_day    the day of the session
--   hour_new_york  0 to 23
--   highest        highest price
--   time_of_high   start of the earliest bar that reached it, New York
--   lowest         lowest price
--
-- symbol | trading_day | hour_new_york | highest  | time_of_high            | lowest
-- FB     | 2021-11-30  | 9             | 335.3700 | 2021-11-30 09:55:00.000 | 332.4100
WITH placed AS (
    SELECT symbol,
           trading_day,
           CAST(with_timezone(start, 'UTC') AT TIME ZONE 'America/New_York' AS timestamp(3)) AS bar_start,
           CAST(high AS decimal(18, 4)) AS high,
           CAST(low AS decimal(18, 4)) AS low,
           provider,
           feed,
           basis,
           CAST(regexp_extract("interval", '^[0-9]+') AS integer) AS minutes
    FROM bars
    WHERE "interval" LIKE '%m'
),
hours AS (
    SELECT symbol,
           trading_day,
           hour(bar_start) AS hour_new_york,
           provider,
           feed,
           basis,
           minutes,
           count(*) * minutes AS covered,
           max(high) AS highest,
           min_by(bar_start, ROW(-high, bar_start)) AS time_of_high,
           min(low) AS lowest
    FROM placed
    GROUP BY symbol, trading_day, hour(bar_start), provider, feed, basis, minutes
),
ranked AS (
    SELECT *, row_number() OVER (
        PARTITION BY symbol, trading_day, hour_new_york
        ORDER BY CASE basis WHEN 'raw' THEN 1 ELSE 2 END,
            CASE provider WHEN 'alphavantage' THEN 1 WHEN 'alpaca' THEN 2 WHEN 'yahoo' THEN 3 ELSE 4 END,
            covered DESC, minutes,
            CASE feed WHEN 'daily' THEN 1 WHEN 'sip' THEN 2 WHEN 'iex' THEN 3 ELSE 4 END,
            feed, basis) AS place
    FROM hours
)
SELECT symbol, trading_day, hour_new_york, highest, time_of_high, lowest
FROM ranked
WHERE place = 1
ORDER BY symbol, trading_day, hour_new_york;
