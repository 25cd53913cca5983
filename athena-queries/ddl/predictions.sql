-- Predictions of a close, published after the day dt.
CREATE EXTERNAL TABLE predictions (
    symbol string,
    as_of date,
    target_date date,
    horizon_sessions int,
    model string,
    model_version string,
    last_close decimal(18,6),
    predicted_close decimal(18,6),
    lower_80 decimal(18,6),
    upper_80 decimal(18,6),
    skill string,
    naive_close decimal(18,6),
    created_at string
)
PARTITIONED BY (dt string)
ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe'
WITH SERDEPROPERTIES (
    'field.delim' = ',',
    'serialization.format' = ','
)
STORED AS
    INPUTFORMAT 'org.apache.hadoop.mapred.TextInputFormat'
    OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION 's3://<lake>/predictions/'
TBLPROPERTIES (
    'classification' = 'csv',
    'skip.header.line.count' = '1',
    'projection.enabled' = 'true',
    'projection.dt.type' = 'date',
    'projection.dt.format' = 'yyyy-MM-dd',
    'projection.dt.range' = '<start>,<end>',
    'projection.dt.interval' = '1',
    'projection.dt.interval.unit' = 'DAYS',
    'storage.location.template' = 's3://<lake>/predictions/dt=${dt}'
);
