-- Which rows were rejected, and why?
--
-- Parameters:
--   only_symbol      a symbol such as 'AAPL', or NULL for all
--   only_source      who rejected it, such as 'import' or 'ingest-alphavantage', or NULL for all
--   from_dt, to_dt   days of the lake, both included; on a large lake name some: only their objects
--                    are read
--
-- One row a rejected row, the newest day first. What a provider sends day after day is there each day:
--   dt          market day of the run that rejected it, of an import the day of the import
--   source      who rejected it
--   symbol      empty where that could not be told
--   reason      unparsable, impossible, conflicting-duplicate, provider-failure, unusable-body or
--               invalid-quote
--   detail      the reason in words; of an imported file the line too
--   record      what was rejected, or its beginning
--   raw_key     the whole answer or file in the lake; empty if it was not kept
--
-- dt         | source | symbol | reason     | detail                         | record                    | raw_key
-- 2026-11-26 | import | IBM    | impossible | line 3: high 9 is below low 11 | 2024-01-04,10,9,11,10,100 | raw/import/IBM-c0eec096823e.body
WITH parameters AS (
    SELECT CAST(NULL AS varchar) AS only_symbol,
           CAST(NULL AS varchar) AS only_source,
           '1900-01-01' AS from_dt,
           '2999-12-31' AS to_dt
)
SELECT dt,
       source,
       symbol,
       reason,
       detail,
       record,
       raw_key
FROM quarantine
CROSS JOIN parameters
WHERE dt BETWEEN from_dt AND to_dt
  AND (only_symbol IS NULL OR symbol = only_symbol)
  AND (only_source IS NULL OR source = only_source)
ORDER BY dt DESC, source, symbol, reason, detail, record;
