-- On which days did a symbol open farthest from where it had closed?
--
-- Prices are in the newest shares (view daily_bars_split_adjusted), so a split is no gap; a dividend
-- is. Suspect bars are left out: neither their open nor their close makes a gap. A listing that
-- changed its symbol is one history.
--
-- Parameters:
--   only_symbol        a symbol such as 'AAPL', or NULL for all
--   from_day, to_day   days of the open, both included
--   at_most            how many days to show
--
-- One row a day, the largest gap first:
--   symbol          the traded symbol
--   trading_day     the day of the open
--   previous_day    the bar before, which may be more than a session back where bars are missing
--   previous_close  its close
--   open            of the day
--   gap_percent     the open against that close
--   price_case      open: the day's close jumped and nothing explains it yet (a missing split?);
--                   explained, confirmed-move: see price-cases.sql; empty: no such jump
--
-- symbol | trading_day | previous_day | previous_close | open       | gap_percent | price_case
-- AAPL   | 2025-10-29  | 2025-10-28   | 269.000000     | 269.275000 | 0.1022      |
WITH parameters AS (
    SELECT CAST(NULL AS varchar) AS only_symbol,
           DATE '1900-01-01' AS from_day,
           DATE '2999-12-31' AS to_day,
           50 AS at_most
),
gaps AS (
    SELECT symbol,
           instrument_id,
           trading_day,
           open,
           lag(trading_day) OVER (PARTITION BY instrument_id ORDER BY trading_day) AS previous_day,
           lag(close) OVER (PARTITION BY instrument_id ORDER BY trading_day) AS previous_close
    FROM daily_bars_split_adjusted
    WHERE quality = 'ok'
),
ranked AS (
    SELECT gaps.symbol,
           gaps.trading_day,
           gaps.previous_day,
           gaps.previous_close,
           open,
           CAST((open - gaps.previous_close) * 100 / gaps.previous_close AS decimal(18, 4)) AS gap_percent,
           coalesce(status, '') AS price_case,
           at_most,
           row_number() OVER (
               ORDER BY abs((open - gaps.previous_close) * 100 / gaps.previous_close) DESC,
                   gaps.trading_day DESC, gaps.symbol) AS place
    FROM gaps
    CROSS JOIN parameters
    LEFT JOIN price_cases
           ON price_cases.instrument_id = gaps.instrument_id
          AND price_cases.trading_day = gaps.trading_day
    WHERE gaps.previous_close > 0
      AND open <> gaps.previous_close
      AND gaps.trading_day BETWEEN from_day AND to_day
      AND (only_symbol IS NULL OR gaps.symbol = only_symbol)
)
SELECT symbol, trading_day, previous_day, previous_close, open, gap_percent, price_case
FROM ranked
WHERE place <= at_most
ORDER BY place;
