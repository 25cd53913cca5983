-- What did we know at a time? The daily bars as a reader of daily_bars would have found them then.
--
-- Of each symbol, day, provider, feed and basis the newest version that was known counts; of those of
-- basis raw the highest-ranked provider's is shown, as in daily_bars. A later correction does not show.
--
-- Parameters:
--   as_of              UTC; what was known at that instant shows
--   only_symbol        a symbol such as 'AAPL', or NULL for all
--   from_day, to_day   trading days, both included
--
-- One row a symbol and day:
--   symbol, trading_day, open, high, low, close (as traded), volume, provider
--   quality, flags     as they were told
--   version            from 1
--   known_at           UTC, since when
--   known_at_assumed   whether that is the session's close and the provider's lag, for want of better
--
-- symbol | trading_day | open       | high       | low        | close      | volume   | provider     | quality | flags | version | known_at                | known_at_assumed
-- AAPL   | 2025-10-28  | 268.985000 | 269.890000 | 268.150000 | 269.000000 | 41534759 | alphavantage | ok      |       | 1       | 2025-10-29 04:00:00.000 | false
WITH parameters AS (
    SELECT TIMESTAMP '2999-12-31 00:00:00' AS as_of,
           CAST(NULL AS varchar) AS only_symbol,
           DATE '1900-01-01' AS from_day,
           DATE '2999-12-31' AS to_day
),
known AS (
    SELECT *, row_number() OVER (
        PARTITION BY symbol, trading_day, provider, feed, basis ORDER BY version DESC) AS age
    FROM daily_bars_history
    CROSS JOIN parameters
    WHERE basis = 'raw'
      AND known_at <= as_of
      AND (only_symbol IS NULL OR symbol = only_symbol)
      AND trading_day BETWEEN from_day AND to_day
),
ranked AS (
    SELECT *, row_number() OVER (
        PARTITION BY symbol, trading_day
        ORDER BY CASE provider WHEN 'alphavantage' THEN 1 WHEN 'alpaca' THEN 2 WHEN 'yahoo' THEN 3 ELSE 4 END,
            CASE feed WHEN 'daily' THEN 1 WHEN 'sip' THEN 2 WHEN 'iex' THEN 3 ELSE 4 END,
            feed) AS place
    FROM known
    WHERE age = 1
)
SELECT symbol,
       trading_day,
       open,
       high,
       low,
       close,
       volume,
       provider,
       quality,
       flags,
       version,
       known_at,
       known_at_assumed
FROM ranked
WHERE place = 1
ORDER BY symbol, trading_day;
