-- Which alerts were there, and what became of them?
--
-- Parameters:
--   only_symbol      a symbol such as 'AAPL', or NULL for all
--   from_dt, to_dt   days of the lake, both included; on a large lake name some: only their objects
--                    are read
--
-- One row an alert, the newest bar first:
--   bar_day     trading day of the bar
--   symbol      the traded symbol
--   rule        what the rule looks at, such as sma-crossover:5,20
--   direction   up or down
--   status      fired: it was told; recorded: it was not, for it came too late; retracted: a
--               correction of the bars has voided it
--   close       of the bar
--   created_at  UTC
--   message     as it was sent
--
-- bar_day    | symbol | rule               | direction | status | close      | created_at              | message
-- 2025-10-29 | AAPL   | sma-crossover:5,20 | up        | fired  | 269.700000 | 2025-10-30 04:00:05.000 | AAPL: SMA-5 crossed above SMA-20
WITH parameters AS (
    SELECT CAST(NULL AS varchar) AS only_symbol,
           '1900-01-01' AS from_dt,
           '2999-12-31' AS to_dt
)
SELECT bar_day,
       symbol,
       rule,
       direction,
       status,
       close,
       CAST(from_iso8601_timestamp(created_at) AT TIME ZONE 'UTC' AS timestamp(3)) AS created_at,
       message
FROM alerts
CROSS JOIN parameters
WHERE dt BETWEEN from_dt AND to_dt
  AND (only_symbol IS NULL OR symbol = only_symbol)
ORDER BY bar_day DESC, created_at DESC, symbol, alert_id;
