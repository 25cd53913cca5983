-- What do the daily bars look like, adjusted as of a day?
--
-- Prices of a day before are put into the shares of the listing's last bar up to as_of_day, dividends
-- reinvested; what came later is as if it had not. Splits alone touch the volume.
--
-- Parameters:
--   as_of_day     the newest day to show, whose own prices stay as traded
--   dividends     1: splits and dividends; 0: splits only
--   only_symbol   a symbol such as 'AAPL', or NULL for all
--
-- One row a symbol and day:
--   symbol, trading_day, open, high, low, close, volume (adjusted), quality
--
-- symbol | trading_day | open       | high       | low        | close      | volume   | quality
-- AAPL   | 2025-10-28  | 268.985000 | 269.890000 | 268.150000 | 269.000000 | 41534759 | ok
WITH parameters AS (
    SELECT DATE '2999-12-31' AS as_of_day,
           1 AS dividends,
           CAST(NULL AS varchar) AS only_symbol
),
factors AS (
    SELECT daily_bars.*,
           split_factor / last_value(split_factor) OVER listing AS shares,
           CASE dividends
               WHEN 1 THEN dividend_factor / last_value(dividend_factor) OVER listing
               ELSE 1e0
           END AS reinvested
    FROM daily_bars
    CROSS JOIN parameters
    WHERE trading_day <= as_of_day
      AND (only_symbol IS NULL OR symbol = only_symbol)
    WINDOW listing AS (
        PARTITION BY instrument_id ORDER BY trading_day
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
)
SELECT symbol,
       trading_day,
       CAST(CAST(open * shares AS double) * reinvested AS decimal(18, 6)) AS open,
       CAST(CAST(high * shares AS double) * reinvested AS decimal(18, 6)) AS high,
       CAST(CAST(low * shares AS double) * reinvested AS decimal(18, 6)) AS low,
       CAST(CAST(close * shares AS double) * reinvested AS decimal(18, 6)) AS close,
       CAST(round(CAST(volume AS decimal(20, 0)) / shares) AS bigint) AS volume,
       quality
FROM factors
ORDER BY symbol, trading_day;
