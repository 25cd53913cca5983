-- Jumps between two daily closes that ask for an explanation.
CREATE EXTERNAL TABLE price_cases (
    case_id string,
    symbol string,
    instrument_id string,
    trading_day date,
    previous_day date,
    previous_close decimal(18,6),
    close decimal(18,6),
    ratio double,
    looks_like string,
    status string,
    closed_by string,
    closed_at timestamp
)
ROW FORMAT SERDE 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'
WITH SERDEPROPERTIES (
    'serialization.format' = '1'
)
STORED AS
    INPUTFORMAT 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat'
    OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat'
LOCATION 's3://<lake>/curated/price_cases/'
TBLPROPERTIES (
    'classification' = 'parquet'
);
