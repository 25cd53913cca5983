-- What the calendar expects and what is there, by symbol, day and interval.
CREATE EXTERNAL TABLE data_condition (
    symbol string,
    instrument_id string,
    `interval` string,
    trading_day date,
    `condition` string,
    reason string,
    expected_bars int,
    bars int
)
ROW FORMAT SERDE 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'
WITH SERDEPROPERTIES (
    'serialization.format' = '1'
)
STORED AS
    INPUTFORMAT 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat'
    OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat'
LOCATION 's3://<lake>/curated/data_condition/'
TBLPROPERTIES (
    'classification' = 'parquet'
);
