"""Writes a small synthetic lake as a state folder that `./bellwether endpoints --state` takes.

The notebooks are tested on it. Symbols, prices and corrections are made up from a fixed seed: ACME
splits 4:1, BOLT pays dividends, one bar of each symbol was corrected a week later.
"""

import hashlib
import json
import pathlib
import sys
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

BUCKET = "fixture-lake"
SPLIT_DAY = pd.Timestamp("2025-08-04")
DIVIDEND_DAYS = pd.to_datetime(["2024-09-16", "2024-12-16", "2025-03-17", "2025-06-16", "2025-09-15"])
DIVIDEND = Decimal("0.5")
FIRST_PRICES = {"ACME": 480.0, "BOLT": 62.0, "CRUX": 17.0}
# The clocks go back between the second and the third.
INTRADAY_DAYS = ["2025-10-30", "2025-10-31", "2025-11-03", "2025-11-04"]

PRICE = "decimal(18,6)"
OBSERVED = "version int, known_at timestamp, known_at_assumed boolean"
BARS = (
    "symbol string, instrument_id string, trading_day date, "
    f"open {PRICE}, high {PRICE}, low {PRICE}, close {PRICE}, volume bigint, "
    f"provider string, feed string, basis string, quality string, flags string, {OBSERVED}"
)
PARQUET = {
    "daily_bars": f"{BARS}, split_factor decimal(24,12), dividend_factor double",
    "daily_bars_history": f"{BARS}, content_hash string, raw_key string",
    "bars": (
        "symbol string, instrument_id string, interval string, start timestamp, trading_day date, "
        f"open {PRICE}, high {PRICE}, low {PRICE}, close {PRICE}, volume bigint, provider string, "
        f"feed string, basis string, quality string, flags string, {OBSERVED}"
    ),
    "corporate_actions": (
        "symbol string, instrument_id string, kind string, effective_date date, announced_date date, "
        f"new_shares int, old_shares int, coefficient decimal(24,12), amount {PRICE}, provider string, "
        f"{OBSERVED}, raw_key string, newest boolean"
    ),
    "data_condition": (
        "symbol string, instrument_id string, interval string, trading_day date, condition string, "
        "reason string, expected_bars int, bars int"
    ),
}
PREDICTIONS = (
    "symbol string, as_of date, target_date date, horizon_sessions int, model string, "
    f"model_version string, last_close {PRICE}, predicted_close {PRICE}, lower_80 {PRICE}, "
    f"upper_80 {PRICE}, skill string, naive_close {PRICE}, created_at string"
)
ARROW = {
    "string": pa.string(),
    "date": pa.date32(),
    "bigint": pa.int64(),
    "int": pa.int32(),
    "double": pa.float64(),
    "boolean": pa.bool_(),
    "timestamp": pa.timestamp("ms", tz="UTC"),
    PRICE: pa.decimal128(18, 6),
    "decimal(24,12)": pa.decimal128(24, 12),
}


def columns(declared):
    """`[("symbol", "string"), ...]`; a comma inside a type has no blank after it."""
    return [tuple(column.split(" ", 1)) for column in declared.split(", ")]


def price(value):
    return Decimal(f"{value:.4f}")


def closes(days):
    """What each symbol would have cost in today's shares."""
    random = np.random.default_rng(7)
    for symbol, first in FIRST_PRICES.items():
        start = first / 4 if symbol == "ACME" else first
        yield symbol, start * np.exp(np.cumsum(random.normal(0.0004, 0.016, len(days))))


def daily_rows(days):
    random = np.random.default_rng(11)
    for symbol, series in closes(days):
        for day, close in zip(days, series):
            factor = Decimal("0.25") if symbol == "ACME" and day < SPLIT_DAY else Decimal(1)
            spread = close * abs(random.normal(0, 0.008))
            traded = [price(float(value) / float(factor)) for value in (close - spread / 2, close + spread, close - spread, close)]
            yield {
                "symbol": symbol,
                "instrument_id": symbol,
                "trading_day": day.date(),
                **dict(zip(("open", "high", "low", "close"), traded)),
                "volume": int(random.integers(2_000_000, 9_000_000) * float(factor)),
                "provider": "alphavantage",
                "feed": "alphavantage",
                "basis": "raw",
                "quality": "ok",
                "flags": "",
                "version": 1,
                "known_at": day.tz_localize("America/New_York") + pd.Timedelta(hours=20),
                "known_at_assumed": False,
                "split_factor": factor,
                "dividend_factor": 1.0,
            }


def with_dividends(rows):
    """dividend_factor(d): the product over later ex days of 1 - amount / the close before them."""
    paid = [row for row in rows if row["symbol"] == "BOLT"]
    for ex_day in DIVIDEND_DAYS.date:
        before = [row for row in paid if row["trading_day"] < ex_day]
        for row in before:
            row["dividend_factor"] *= 1 - float(DIVIDEND / before[-1]["close"])
    return rows


def history_and_newest(rows):
    """Both tables: the tenth bar before the last of each symbol was first seen 3 % too high."""
    history, newest = [], []
    for symbol in FIRST_PRICES:
        own = [row for row in rows if row["symbol"] == symbol]
        for row in own:
            seen = {**row, "raw_key": f"raw/alphavantage/{symbol}.body"}
            if row is own[-10]:
                high = price(float(row["close"]) * 1.03)
                history.append({**seen, "close": high, "high": max(high, row["high"])})
                seen |= {"version": 2, "known_at": row["known_at"] + pd.Timedelta(days=7)}
            history.append(seen)
            newest.append({name: value for name, value in seen.items() if name != "raw_key"})
    for row in history:
        row["content_hash"] = hashlib.sha256(str(row["close"]).encode()).hexdigest()[:32]
    return history, newest


def intraday_rows(newest):
    random = np.random.default_rng(13)
    for row in newest:
        if str(row["trading_day"]) not in INTRADAY_DAYS:
            continue
        opens = pd.Timestamp(row["trading_day"]).tz_localize("America/New_York") + pd.Timedelta(hours=9, minutes=30)
        path = float(row["open"]) * np.exp(np.cumsum(random.normal(0, 0.001, 79)))
        for i in range(78):
            low, high = sorted(path[i : i + 2])
            yield {
                **{name: row[name] for name in ("symbol", "instrument_id", "trading_day", "provider", "feed", "basis", "quality", "flags", "version", "known_at", "known_at_assumed")},
                "interval": "5m",
                "start": opens + pd.Timedelta(minutes=5 * i),
                **dict(zip(("open", "high", "low", "close"), map(price, (path[i], high * 1.0003, low * 0.9997, path[i + 1])))),
                "volume": int(random.integers(10_000, 90_000)),
            }


def action_rows():
    base = {"provider": "alphavantage", "version": 1, "known_at_assumed": False, "newest": True}
    announced = SPLIT_DAY - pd.Timedelta(days=20)
    yield {
        **base, "symbol": "ACME", "instrument_id": "ACME", "kind": "split", "effective_date": SPLIT_DAY.date(),
        "announced_date": announced.date(), "new_shares": 4, "old_shares": 1, "coefficient": Decimal(4),
        "amount": None, "known_at": announced.tz_localize("UTC"), "raw_key": "raw/alphavantage/ACME-splits.body",
    }
    for day in DIVIDEND_DAYS:
        yield {
            **base, "symbol": "BOLT", "instrument_id": "BOLT", "kind": "dividend", "effective_date": day.date(),
            "announced_date": None, "new_shares": None, "old_shares": None, "coefficient": None,
            "amount": DIVIDEND, "known_at": (day - pd.Timedelta(days=30)).tz_localize("UTC"), "raw_key": "raw/alphavantage/BOLT-dividends.body",
        }


def condition_rows(newest, days):
    bars = {(row["symbol"], row["trading_day"]) for row in newest}
    for symbol in FIRST_PRICES:
        for day in days.date:
            there = (symbol, day) in bars
            suspect = symbol == "CRUX" and day == days[-30].date()
            condition = "missing" if not there else "degraded" if suspect else "available"
            reason = {"missing": "no bar", "degraded": "range-spike", "available": ""}[condition]
            yield {
                "symbol": symbol, "instrument_id": symbol, "interval": "1d", "trading_day": day,
                "condition": condition, "reason": reason, "expected_bars": 1, "bars": int(there),
            }


def predictions(newest):
    """By day of the file: a model that knows a little about tomorrow, the last one still open."""
    random = np.random.default_rng(17)
    for symbol in FIRST_PRICES:
        own = [row for row in newest if row["symbol"] == symbol][-60:]
        for today, tomorrow in zip(own, own[1:]):
            move = float(tomorrow["close"]) - float(today["close"])
            told = float(today["close"]) + 0.15 * move + random.normal(0, 0.4 * abs(move) + 0.01)
            width = float(today["close"]) * 0.02
            yield today["trading_day"], [
                symbol, today["trading_day"], tomorrow["trading_day"], 1, "lasso", "1", today["close"],
                price(told), price(told - width), price(told + width), "0.05", today["close"], f"{today['trading_day']}T21:10:00Z",
            ]


def write(rows, declared, file):
    fields = columns(declared)
    schema = pa.schema([(name, ARROW[kind]) for name, kind in fields])
    file.parent.mkdir(parents=True, exist_ok=True)
    rows = [{name: row[name] for name, _ in fields} for row in rows]
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), file, compression="zstd")


def glue_table(name, prefix, declared, serde, formats, parameters, by_day):
    location = f"s3://{BUCKET}/{prefix}"
    if by_day:
        parameters = parameters | {
            "projection.enabled": "true", "projection.dt.type": "date", "projection.dt.format": "yyyy-MM-dd",
            "projection.dt.range": "2024-01-01,2026-01-01", "projection.dt.interval": "1",
            "projection.dt.interval.unit": "DAYS", "storage.location.template": location + "/dt=${dt}",
        }
    return {
        "Type": "AWS::Glue::Table",
        "Properties": {
            "CatalogId": "000000000000",
            "DatabaseName": "bellwether",
            "TableInput": {
                "Name": name,
                "TableType": "EXTERNAL_TABLE",
                "Parameters": {"EXTERNAL": "TRUE"} | parameters,
                "PartitionKeys": [{"Name": "dt", "Type": "string"}] if by_day else [],
                "StorageDescriptor": {
                    "Location": location + "/",
                    "Columns": [{"Name": column, "Type": kind} for column, kind in columns(declared)],
                    "InputFormat": formats[0],
                    "OutputFormat": formats[1],
                    "SerdeInfo": serde,
                },
            },
        },
    }


def template():
    hive = "org.apache.hadoop.hive.ql.io"
    parquet = (
        {"SerializationLibrary": f"{hive}.parquet.serde.ParquetHiveSerDe"},
        (f"{hive}.parquet.MapredParquetInputFormat", f"{hive}.parquet.MapredParquetOutputFormat"),
        {"classification": "parquet"},
    )
    csv = (
        {"SerializationLibrary": "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe", "Parameters": {"field.delim": ",", "serialization.format": ","}},
        ("org.apache.hadoop.mapred.TextInputFormat", f"{hive}.HiveIgnoreKeyTextOutputFormat"),
        {"classification": "csv", "skip.header.line.count": "1"},
    )
    resources = {
        "Lake": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": BUCKET}},
        "Database": {"Type": "AWS::Glue::Database", "Properties": {"CatalogId": "000000000000", "DatabaseInput": {"Name": "bellwether"}}},
        "Workgroup": {
            "Type": "AWS::Athena::WorkGroup",
            "Properties": {
                "Name": "bellwether",
                "WorkGroupConfiguration": {
                    "EnforceWorkGroupConfiguration": True,
                    "EngineVersion": {"SelectedEngineVersion": "Athena engine version 3"},
                    "ResultConfiguration": {"OutputLocation": f"s3://{BUCKET}/athena-results/"},
                },
            },
        },
        "Predictions": glue_table("predictions", "predictions", PREDICTIONS, *csv, by_day=True),
    }
    for name, declared in PARQUET.items():
        resources["Table" + name.replace("_", "")] = glue_table(name, f"curated/{name}", declared, *parquet, by_day=name == "bars")
    return {"Resources": resources}


def write_assembly(state):
    assembly = state / "synth" / "fixture"
    assembly.mkdir(parents=True, exist_ok=True)
    stack = {"type": "aws:cloudformation:stack", "properties": {"templateFile": "Lake.template.json", "stackName": "Lake"}}
    (assembly / "manifest.json").write_text(json.dumps({"version": "54.0.0", "artifacts": {"Lake": stack}}))
    (assembly / "Lake.template.json").write_text(json.dumps(template(), indent=1))
    (state / "assembly").write_text("fixture\n")
    (state / "market").write_text("fixture\n")


def write_lake(state):
    lake = state / "s3" / BUCKET
    curated = lake / "curated"
    days = pd.bdate_range("2024-06-03", "2025-11-04")
    rows = with_dividends([row for row in daily_rows(days) if not (row["symbol"] == "CRUX" and row["trading_day"] == days[-40].date())])
    history, newest = history_and_newest(rows)
    write(newest, PARQUET["daily_bars"], curated / "daily_bars" / "part-0.parquet")
    write(history, PARQUET["daily_bars_history"], curated / "daily_bars_history" / "part-0.parquet")
    write(action_rows(), PARQUET["corporate_actions"], curated / "corporate_actions" / "part-0.parquet")
    write(condition_rows(newest, days), PARQUET["data_condition"], curated / "data_condition" / "part-0.parquet")
    intraday = pd.DataFrame(intraday_rows(newest))
    for day, group in intraday.groupby("trading_day"):
        write(group.to_dict("records"), PARQUET["bars"], curated / "bars" / f"dt={day}" / "part-0.parquet")
    files = {}
    for day, values in predictions(newest):
        files.setdefault(day, []).append(",".join(map(str, values)))
    header = ",".join(name for name, _ in columns(PREDICTIONS))
    for day, lines in files.items():
        file = lake / "predictions" / f"dt={day}" / "predictions.csv"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join([header, *lines]) + "\n")


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    write_lake(folder)
    write_assembly(folder)
