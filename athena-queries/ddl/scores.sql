-- How each symbol's model did out of sample, before it made the predictions of the day dt. Errors are of log
-- returns.
CREATE EXTERNAL TABLE scores (
    symbol string,
    n int,
    mae double,
    rmse double,
    naive_mae double,
    naive_rmse double,
    drift_mae double,
    drift_rmse double,
    ewma_mae double,
    ewma_rmse double,
    mase double,
    direction double,
    direction_low double,
    direction_high double,
    majority_direction double,
    dm_p_naive double,
    dm_p_drift double,
    dm_p_ewma double,
    dm_p double,
    cw_p_naive double,
    cw_p_drift double,
    holm_p double,
    better_folds int,
    folds int,
    coverage_80 double,
    selected int,
    penalty_share double,
    solver_difference double,
    dropped_samples int,
    skill string,
    reason string
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
LOCATION 's3://<lake>/scores/'
TBLPROPERTIES (
    'classification' = 'csv',
    'skip.header.line.count' = '1',
    'projection.enabled' = 'true',
    'projection.dt.type' = 'date',
    'projection.dt.format' = 'yyyy-MM-dd',
    'projection.dt.range' = '<start>,<end>',
    'projection.dt.interval' = '1',
    'projection.dt.interval.unit' = 'DAYS',
    'storage.location.template' = 's3://<lake>/scores/dt=${dt}'
);
