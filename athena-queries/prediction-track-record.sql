-- How good were the predictions, now that their days have passed, and how good was "tomorrow = today"?
--
-- One row a symbol and model, by name; a model called naive is the published naive forecast itself:
--   symbol            the traded symbol
--   model             what the prediction was made with
--   predictions       all that were published
--   scored            those whose day has a bar by now; bars flagged jump are left out, for across a
--                     split prices as traded cannot be compared
--   mean_error        average distance of the prediction from the close, in the listing's currency
--   naive_mean_error  the same of the last known close
--   closer            how often the prediction was closer than the naive one
--   inside_80         how often the close lay inside the published interval, of those with one
--   with_interval     predictions with an interval among the scored
SELECT told.symbol,
       model,
       count(*) AS predictions,
       count(close) AS scored,
       CAST(avg(abs(CAST(close - predicted_close AS double))) AS decimal(18, 4)) AS mean_error,
       CAST(avg(abs(CAST(close - naive_close AS double))) AS decimal(18, 4)) AS naive_mean_error,
       count_if(abs(close - predicted_close) < abs(close - naive_close)) AS closer,
       count_if(close BETWEEN lower_80 AND upper_80) AS inside_80,
       count_if(close IS NOT NULL AND lower_80 IS NOT NULL AND upper_80 IS NOT NULL) AS with_interval
FROM predictions AS told
LEFT JOIN daily_bars AS actual
       ON actual.symbol = told.symbol
      AND actual.trading_day = told.target_date
      AND actual.flags NOT LIKE '%jump%'
GROUP BY told.symbol, model
ORDER BY told.symbol, model;
