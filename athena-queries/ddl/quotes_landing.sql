-- Quotes as they landed: what a producer sent twice is here twice. Ask the view quotes.
CREATE EXTERNAL TABLE quotes_landing (
    symbol string,
    open decimal(18,6),
    high decimal(18,6),
    low decimal(18,6),
    price decimal(18,6),
    previous_close decimal(18,6),
    change decimal(18,6),
    change_percent decimal(18,6),
    volume bigint,
    `timestamp` string,
    provider string,
    feed string,
    schema_version int,
    sequence bigint
)
PARTITIONED BY (dt string)
ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'
WITH SERDEPROPERTIES (
    'serialization.format' = '1'
)
STORED AS
    INPUTFORMAT 'org.apache.hadoop.mapred.TextInputFormat'
    OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION 's3://<lake>/quotes/'
TBLPROPERTIES (
    'classification' = 'json',
    'projection.enabled' = 'true',
    'projection.dt.type' = 'date',
    'projection.dt.format' = 'yyyy-MM-dd',
    'projection.dt.range' = '<start>,<end>',
    'projection.dt.interval' = '1',
    'projection.dt.interval.unit' = 'DAYS',
    'storage.location.template' = 's3://<lake>/quotes/dt=${dt}'
);
