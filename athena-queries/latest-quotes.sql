-- What came in last? The 20 newest quotes.
--
-- One row a quote, newest first:
--   timestamp (UTC), symbol, price, change, change_percent (both against the previous close),
--   open, high, low, volume (of the session up to then), provider; a correction stands before what
--   it corrects
--
-- On a large lake add a day, such as WHERE dt >= '2025-10-29': only its objects are read.
SELECT "timestamp",
       symbol,
       price,
       change,
       change_percent,
       open,
       high,
       low,
       volume,
       provider
FROM quotes
ORDER BY "timestamp" DESC, symbol, provider, feed, sequence DESC
LIMIT 20;
