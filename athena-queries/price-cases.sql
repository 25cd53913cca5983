-- Which jumps between two closes ask for an explanation, and which have one?
--
-- Parameters:
--   only_symbol   a symbol such as 'AAPL', or NULL for all
--   only_status   open, explained or confirmed-move, or NULL for all
--
-- One row a case, open ones first, then the newest:
--   status          open; explained by an event; confirmed-move: it was a real move
--   symbol, trading_day, previous_day, previous_close, close
--   ratio           close by previous close, as traded
--   looks_like      the split it resembles, such as 2:1; empty if none
--   closed_by       what closed it
--   closed_at       UTC
--
-- status         | symbol | trading_day | previous_day | previous_close | close     | ratio | looks_like | closed_by          | closed_at
-- confirmed-move | AAPL   | 2000-09-29  | 2000-09-28   | 53.500000      | 25.750000 | 0.481 | 2:1        | yahoo moved alike  | 2025-10-29 04:00:00.000
WITH parameters AS (
    SELECT CAST(NULL AS varchar) AS only_symbol,
           CAST(NULL AS varchar) AS only_status
)
SELECT status,
       symbol,
       trading_day,
       previous_day,
       previous_close,
       close,
       round(ratio, 3) AS ratio,
       looks_like,
       closed_by,
       closed_at
FROM price_cases
CROSS JOIN parameters
WHERE (only_symbol IS NULL OR symbol = only_symbol)
  AND (only_status IS NULL OR status = only_status)
ORDER BY CASE status WHEN 'open' THEN 1 ELSE 2 END, trading_day DESC, symbol;
