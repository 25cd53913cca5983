-- Alerts, each told, recorded or retracted.
CREATE EXTERNAL TABLE alerts (
    alert_id string,
    symbol string,
    bar_day date,
    bar_start string,
    direction string,
    status string,
    severity string,
    rule_id string,
    rule_version int,
    rule string,
    timeframe string,
    feed string,
    basis string,
    close decimal(18,6),
    reading decimal(18,6),
    reference decimal(18,6),
    previous_close decimal(18,6),
    message string,
    created_at string
)
PARTITIONED BY (dt string)
ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'
WITH SERDEPROPERTIES (
    'serialization.format' = '1'
)
STORED AS
    INPUTFORMAT 'org.apache.hadoop.mapred.TextInputFormat'
    OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION 's3://<lake>/alerts/'
TBLPROPERTIES (
    'classification' = 'json',
    'projection.enabled' = 'true',
    'projection.dt.type' = 'date',
    'projection.dt.format' = 'yyyy-MM-dd',
    'projection.dt.range' = '<start>,<end>',
    'projection.dt.interval' = '1',
    'projection.dt.interval.unit' = 'DAYS',
    'storage.location.template' = 's3://<lake>/alerts/dt=${dt}'
);
