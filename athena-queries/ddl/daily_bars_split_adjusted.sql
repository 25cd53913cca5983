-- Daily bars in the newest shares: prices times split_factor, volume divided by it.
--
-- Columns:
--   symbol string, instrument_id string, trading_day date, open decimal(18,6), high decimal(18,6),
--   low decimal(18,6), close decimal(18,6), volume bigint, provider string, quality string,
--   flags string, version int
CREATE OR REPLACE VIEW daily_bars_split_adjusted AS
SELECT symbol, instrument_id, trading_day,
       CAST(open * split_factor AS decimal(18,6)) AS open,
       CAST(high * split_factor AS decimal(18,6)) AS high,
       CAST(low * split_factor AS decimal(18,6)) AS low,
       CAST(close * split_factor AS decimal(18,6)) AS close,
       CAST(round(CAST(volume AS decimal(20,0)) / split_factor) AS bigint) AS volume,
       provider, quality, flags, version
FROM daily_bars;
