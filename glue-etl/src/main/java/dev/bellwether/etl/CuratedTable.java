package dev.bellwether.etl;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/// The tables under `curated/`, with the columns that their files have. The catalog declares the
/// same ones; `bars` has its partition key `dt` beside them.
enum CuratedTable {
    /// One row a symbol and day.
    DAILY_BARS(Schemas.dailyBars()),
    /// The newest version of every provider's, feed's and basis' daily bar.
    DAILY_BARS_ALL(Schemas.daily()),
    /// Every version of every daily bar.
    DAILY_BARS_HISTORY(Schemas.history()),
    /// Bars within a day, a folder a trading day.
    BARS(Schemas.bars()),
    /// Splits and dividends in all their versions.
    CORPORATE_ACTIONS(Schemas.actions()),
    /// How far each day can be trusted.
    DATA_CONDITION(Schemas.condition()),
    /// Jumps that ask for an explanation.
    PRICE_CASES(Schemas.cases());

    private final StructType schema;

    CuratedTable(StructType schema) {
        this.schema = schema;
    }

    /// The table's name, and its folder's.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    StructType schema() {
        return schema;
    }

    private static final class Schemas {
        private static final DataType PRICE = DataTypes.createDecimalType(18, 6);
        private static final DataType FACTOR = DataTypes.createDecimalType(24, 12);

        private static StructType listing() {
            return new StructType().add("symbol", StringType).add("instrument_id", StringType);
        }

        private static StructType figures(StructType before) {
            return known(
                    before.add("trading_day", DateType)
                            .add("open", PRICE)
                            .add("high", PRICE)
                            .add("low", PRICE)
                            .add("close", PRICE)
                            .add("volume", LongType)
                            .add("provider", StringType)
                            .add("feed", StringType)
                            .add("basis", StringType)
                            .add("quality", StringType)
                            .add("flags", StringType)
                            .add("version", IntegerType));
        }

        private static StructType daily() {
            return figures(listing());
        }

        private static StructType dailyBars() {
            return daily().add("split_factor", FACTOR).add("dividend_factor", DoubleType);
        }

        private static StructType history() {
            return daily().add("content_hash", StringType).add("raw_key", StringType);
        }

        private static StructType bars() {
            return figures(listing().add("interval", StringType).add("start", TimestampType));
        }

        private static StructType actions() {
            return known(
                            new StructType()
                                    .add("symbol", StringType)
                                    .add("instrument_id", StringType)
                                    .add("kind", StringType)
                                    .add("effective_date", DateType)
                                    .add("announced_date", DateType)
                                    .add("new_shares", IntegerType)
                                    .add("old_shares", IntegerType)
                                    .add("coefficient", FACTOR)
                                    .add("amount", PRICE)
                                    .add("provider", StringType)
                                    .add("version", IntegerType))
                    .add("raw_key", StringType)
                    .add("newest", BooleanType);
        }

        private static StructType condition() {
            return new StructType()
                    .add("symbol", StringType)
                    .add("instrument_id", StringType)
                    .add("interval", StringType)
                    .add("trading_day", DateType)
                    .add("condition", StringType)
                    .add("reason", StringType)
                    .add("expected_bars", IntegerType)
                    .add("bars", IntegerType);
        }

        private static StructType cases() {
            return new StructType()
                    .add("case_id", StringType)
                    .add("symbol", StringType)
                    .add("instrument_id", StringType)
                    .add("trading_day", DateType)
                    .add("previous_day", DateType)
                    .add("previous_close", PRICE)
                    .add("close", PRICE)
                    .add("ratio", DoubleType)
                    .add("looks_like", StringType)
                    .add("status", StringType)
                    .add("closed_by", StringType)
                    .add("closed_at", TimestampType);
        }

        private static StructType known(StructType type) {
            return type.add("known_at", TimestampType).add("known_at_assumed", BooleanType);
        }
    }
}
