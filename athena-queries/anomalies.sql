-- Which quotes are more than 5 percent away from the previous close?
--
-- One row a quote, the largest move first; of a quote that was corrected the last correction:
--   symbol, timestamp (UTC), price, previous_close, change, change_percent, volume
SELECT symbol,
       "timestamp",
       price,
       previous_close,
       change,
       change_percent,
       volume
FROM (
    SELECT *, row_number() OVER (
        PARTITION BY symbol, provider, feed, "timestamp", dt ORDER BY sequence DESC) AS age
    FROM quotes)
WHERE age = 1 AND abs(change_percent) > 5
ORDER BY abs(change_percent) DESC, "timestamp" DESC, symbol;
