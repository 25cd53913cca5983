-- Every version of every daily bar: what was known, and since when. Sorted by symbol and day.
CREATE EXTERNAL TABLE daily_bars_history (
    symbol string,
    instrument_id string,
    trading_day date,
    open decimal(18,6),
    high decimal(18,6),
    low decimal(18,6),
    close decimal(18,6),
    volume bigint,
    provider string,
    feed string,
    basis string,
    quality string,
    flags string,
    version int,
    known_at timestamp,
    known_at_assumed boolean,
    content_hash string,
    raw_key string
)
ROW FORMAT SERDE 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'
WITH SERDEPROPERTIES (
    'serialization.format' = '1'
)
STORED AS
    INPUTFORMAT 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat'
    OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat'
LOCATION 's3://<lake>/curated/daily_bars_history/'
TBLPROPERTIES (
    'classification' = 'parquet'
);
