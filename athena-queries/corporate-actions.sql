-- Which splits and dividends are known?
--
-- Parameters:
--   only_symbol        a symbol such as 'AAPL', or NULL for all
--   from_day, to_day   effective (ex) days, both included
--
-- One row an action and provider, its newest version, the newest day first:
--   symbol, effective_date
--   announced_date   where the provider tells it
--   kind             split or dividend
--   ratio            of a split, new shares to old, such as 4:1
--   amount           of a dividend, a share
--   provider, version
--   known_at         UTC
--
-- symbol | effective_date | announced_date | kind  | ratio | amount | provider     | version | known_at
-- NVDA   | 2024-06-10     |                | split | 10:1  |        | alphavantage | 1       | 2025-10-29 04:00:00.000
WITH parameters AS (
    SELECT CAST(NULL AS varchar) AS only_symbol,
           DATE '1900-01-01' AS from_day,
           DATE '2999-12-31' AS to_day
)
SELECT symbol,
       effective_date,
       announced_date,
       kind,
       CAST(new_shares AS varchar) || ':' || CAST(old_shares AS varchar) AS ratio,
       amount,
       provider,
       version,
       known_at
FROM corporate_actions
CROSS JOIN parameters
WHERE newest
  AND (only_symbol IS NULL OR symbol = only_symbol)
  AND effective_date BETWEEN from_day AND to_day
ORDER BY effective_date DESC, symbol, kind, provider;
