-- First look at the daily bars: what is there, how far back, and where does each symbol stand?
--
-- One row a symbol, by name:
--   symbol          the traded symbol
--   bars            number of trading days
--   first_day       oldest trading day
--   last_day        newest trading day
--   last_close      close of the newest day, as traded
--   lowest          lowest price of all days
--   highest         highest price of all days
--   average_volume  shares a day, on average
--   flagged         bars that are kept but look odd (column flags)
SELECT symbol,
       count(*) AS bars,
       min(trading_day) AS first_day,
       max(trading_day) AS last_day,
       max_by(close, trading_day) AS last_close,
       min(low) AS lowest,
       max(high) AS highest,
       avg(CAST(volume AS decimal(20, 2))) AS average_volume,
       count_if(flags <> '') AS flagged
FROM daily_bars
GROUP BY symbol
ORDER BY symbol;
