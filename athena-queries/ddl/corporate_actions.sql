-- Every version of every split and dividend. effective_date is the ex day.
CREATE EXTERNAL TABLE corporate_actions (
    symbol string,
    instrument_id string,
    kind string,
    effective_date date,
    announced_date date,
    new_shares int,
    old_shares int,
    coefficient decimal(24,12),
    amount decimal(18,6),
    provider string,
    version int,
    known_at timestamp,
    known_at_assumed boolean,
    raw_key string,
    newest boolean
)
ROW FORMAT SERDE 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'
WITH SERDEPROPERTIES (
    'serialization.format' = '1'
)
STORED AS
    INPUTFORMAT 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat'
    OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat'
LOCATION 's3://<lake>/curated/corporate_actions/'
TBLPROPERTIES (
    'classification' = 'parquet'
);
