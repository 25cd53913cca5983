-- Which quotes are more than 5 percent away from the previous close?
--
-- One row a quote, the largest move first:
--   symbol, timestamp (UTC), price, previous_close, change, change_percent, volume
SELECT symbol,
       "timestamp",
       price,
       previous_close,
       change,
       change_percent,
       volume
FROM quotes
WHERE abs(change_percent) > 5
ORDER BY abs(change_percent) DESC, "timestamp" DESC, symbol;
