-- One row a symbol and trading day: the newest version of the raw bar, as traded, of the highest-ranked
-- provider that has one. Sorted by symbol and day. A price times split_factor is in the newest shares.
CREATE EXTERNAL TABLE daily_bars (
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
    split_factor decimal(24,12),
    dividend_factor double
)
ROW FORMAT SERDE 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'
WITH SERDEPROPERTIES (
    'serialization.format' = '1'
)
STORED AS
    INPUTFORMAT 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat'
    OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat'
LOCATION 's3://<lake>/curated/daily_bars/'
TBLPROPERTIES (
    'classification' = 'parquet'
);
