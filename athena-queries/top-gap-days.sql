-- On which days did a symbol open farthest from where it had closed?
--
-- One row a day, the largest gap first, 50 at most:
--   symbol          the traded symbol
--   trading_day     the day of the open
--   previous_day    the bar before, which may be more than a session back where bars are missing
--   previous_close  its close, as traded
--   open            as traded
--   gap_percent     the open against that close
--   flags           of the day; jump where the close moved as far: a split, as long as prices are
--                   as traded, or a crash
SELECT symbol,
       trading_day,
       previous_day,
       previous_close,
       open,
       CAST((open - previous_close) * 100 / previous_close AS decimal(18, 4)) AS gap_percent,
       flags
FROM (
    SELECT symbol,
           trading_day,
           open,
           flags,
           lag(trading_day) OVER (PARTITION BY symbol ORDER BY trading_day) AS previous_day,
           lag(close) OVER (PARTITION BY symbol ORDER BY trading_day) AS previous_close
    FROM daily_bars)
WHERE previous_close IS NOT NULL AND open <> previous_close
ORDER BY abs((open - previous_close) * 100 / previous_close) DESC, trading_day DESC, symbol
LIMIT 50;
