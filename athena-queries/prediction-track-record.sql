-- How good were the predictions, now that their days have passed, and how good was "tomorrow = today"?
--
-- A prediction is in the shares of the day it was made on. Where a split came in between, it and the
-- naive forecast are first put into the shares of the day they are for, by split_factor of daily_bars.
-- A prediction that was published when its day had passed already, of a symbol that gets no bars any
-- more, is no prediction: it is never scored. Nor is one of a listing that was renamed in between.
--
-- Parameters:
--   only_symbol        a symbol such as 'AAPL', or NULL for all
--   from_dt, to_dt     days of publication, both included
--
-- One row a symbol and model, by name; a model called naive is the published naive forecast itself:
--   symbol            the traded symbol
--   model             what the prediction was made with
--   predictions       all that were published
--   scored            those whose day has a bar by now that is not suspect
--   mean_error        average distance of the prediction from the close, in the listing's currency
--   naive_mean_error  the same of the last known close
--   closer            how often the prediction was closer than the naive one
--   inside_80         how often the close lay inside the published interval, of those with one
--   with_interval     predictions with an interval among the scored
--
-- symbol | model | predictions | scored | mean_error | naive_mean_error | closer | inside_80 | with_interval
-- AAPL   | lasso | 2           | 1      | 0.2000     | 0.7000           | 1      | 1         | 1
WITH parameters AS (
    SELECT CAST(NULL AS varchar) AS only_symbol,
           '1900-01-01' AS from_dt,
           '2999-12-31' AS to_dt
),
told AS (
    SELECT predictions.*
    FROM predictions
    CROSS JOIN parameters
    WHERE dt BETWEEN from_dt AND to_dt
      AND (only_symbol IS NULL OR symbol = only_symbol)
),
-- The day it was made on and the day it is for, so that one reading of the bars gives both.
needed AS (
    SELECT told.*, day, day = target_date AND target_date > CAST(dt AS date) AS is_outcome
    FROM told
    CROSS JOIN UNNEST(ARRAY[as_of, target_date]) AS days (day)
),
matched AS (
    SELECT needed.symbol,
           model,
           predicted_close,
           naive_close,
           lower_80,
           upper_80,
           max(CASE WHEN is_outcome AND quality = 'ok' THEN close END) AS close,
           max(CASE WHEN is_outcome AND quality = 'ok' THEN split_factor END) AS actual_factor,
           max(CASE WHEN day = as_of THEN split_factor END) AS made_factor
    FROM needed
    LEFT JOIN daily_bars
           ON daily_bars.symbol = needed.symbol
          AND daily_bars.trading_day = needed.day
    GROUP BY needed.symbol, model, dt, as_of, target_date, predicted_close, naive_close, lower_80, upper_80
),
compared AS (
    SELECT symbol,
           model,
           close,
           predicted_close * made_factor / actual_factor AS predicted,
           naive_close * made_factor / actual_factor AS naive,
           lower_80 * made_factor / actual_factor AS lower_80,
           upper_80 * made_factor / actual_factor AS upper_80
    FROM matched
),
scored AS (
    SELECT symbol,
           model,
           predicted IS NOT NULL AS is_scored,
           CAST(abs(close - predicted) AS double) AS error,
           CAST(abs(close - naive) AS double) AS naive_error,
           lower_80 IS NOT NULL AND upper_80 IS NOT NULL AS has_interval,
           close BETWEEN lower_80 AND upper_80 AS is_inside
    FROM compared
)
SELECT symbol,
       model,
       count(*) AS predictions,
       count_if(is_scored) AS scored,
       CAST(avg(error) AS decimal(18, 4)) AS mean_error,
       CAST(avg(naive_error) AS decimal(18, 4)) AS naive_mean_error,
       count_if(error < naive_error) AS closer,
       count_if(is_inside) AS inside_80,
       count_if(is_scored AND has_interval) AS with_interval
FROM scored
GROUP BY symbol, model
ORDER BY symbol, model;
