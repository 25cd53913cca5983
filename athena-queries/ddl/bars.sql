-- Bars shorter than a day, by their start (UTC); dt is the trading day. The days reach back to the first of
-- the calendar, for what is imported is as old as its file. open, close and volume are NULL where the file
-- has none.
CREATE EXTERNAL TABLE bars (
    symbol string,
    instrument_id string,
    `interval` string,
    start timestamp,
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
    known_at_assumed boolean
)
PARTITIONED BY (dt string)
ROW FORMAT SERDE 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'
WITH SERDEPROPERTIES (
    'serialization.format' = '1'
)
STORED AS
    INPUTFORMAT 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat'
    OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat'
LOCATION 's3://<lake>/curated/bars/'
TBLPROPERTIES (
    'classification' = 'parquet',
    'projection.enabled' = 'true',
    'projection.dt.type' = 'date',
    'projection.dt.format' = 'yyyy-MM-dd',
    'projection.dt.range' = '1990-01-01,<end>',
    'projection.dt.interval' = '1',
    'projection.dt.interval.unit' = 'DAYS',
    'storage.location.template' = 's3://<lake>/curated/bars/dt=${dt}'
);
