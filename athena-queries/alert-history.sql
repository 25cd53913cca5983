-- Which alerts were there, and what became of them?
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
SELECT bar_day,
       symbol,
       rule,
       direction,
       status,
       close,
       CAST(from_iso8601_timestamp(created_at) AT TIME ZONE 'UTC' AS timestamp(3)) AS created_at,
       message
FROM alerts
ORDER BY bar_day DESC, created_at DESC, symbol, alert_id;
