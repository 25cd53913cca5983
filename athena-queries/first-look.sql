-- First look at the daily bars: what is there, how far back, and where does each symbol stand?
--
-- Parameters:
--   only_symbol        a symbol such as 'AAPL', or NULL for all
--   from_day, to_day   trading days, both included
--
-- One row a symbol, by name:
--   symbol          what traded on those days (a listing that changed its symbol has a row of each)
--   bars            number of trading days
--   first_day       oldest trading day
--   last_day        newest trading day
--   last_close      close of the newest day, as traded
--   lowest          lowest price of all days, in the newest shares; suspect bars are left out
--   highest         highest price, likewise
--   average_volume  shares a day, on average, in the newest shares
--   flagged         bars that are kept but look odd (column flags)
--   suspect         those of them that are improbable (column quality)
--
-- symbol | bars | first_day  | last_day   | last_close | lowest     | highest    | average_volume | flagged | suspect
-- AAPL   | 3    | 2025-10-27 | 2025-10-29 | 269.700000 | 264.650100 | 271.410000 | 45836551.00    | 0       | 0
WITH parameters AS (
    SELECT CAST(NULL AS varchar) AS only_symbol,
           DATE '1900-01-01' AS from_day,
           DATE '2999-12-31' AS to_day
)
SELECT symbol,
       count(*) AS bars,
       min(trading_day) AS first_day,
       max(trading_day) AS last_day,
       max_by(close, trading_day) AS last_close,
       CAST(min(low * split_factor) FILTER (WHERE quality = 'ok') AS decimal(18, 6)) AS lowest,
       CAST(max(high * split_factor) FILTER (WHERE quality = 'ok') AS decimal(18, 6)) AS highest,
       CAST(avg(CAST(volume AS decimal(20, 2)) / split_factor) AS decimal(20, 2)) AS average_volume,
       count_if(flags <> '') AS flagged,
       count_if(quality = 'suspect') AS suspect
FROM daily_bars
CROSS JOIN parameters
WHERE (only_symbol IS NULL OR symbol = only_symbol)
  AND trading_day BETWEEN from_day AND to_day
GROUP BY symbol
ORDER BY symbol;
