package dev.bellwether.etl;

import dev.bellwether.lake.curate.TrainingSeries;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Sha256;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.lake.TrainingSetHash;
import dev.bellwether.market.wire.DailyBarsCsv;
import dev.bellwether.market.wire.FactsCsv;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/// One instrument's part of a training set.
///
/// @param bars its file of bars
/// @param summary what the driver has to know of it
record TrainingPart(byte[] bars, Summary summary) implements Serializable {
    static TrainingPart of(TrainingSeries series) {
        byte[] bars = DailyBarsCsv.write(series.bars(), TradingCalendar.nyse());
        SortedMap<Symbol, SeriesFacts> facts = new TreeMap<>();
        facts.put(series.symbol(), series.facts());
        return new TrainingPart(
                bars,
                new Summary(
                        series.symbol().value(),
                        Sha256.hex(bars),
                        FactsCsv.splits(facts),
                        FactsCsv.conditions(facts),
                        series.lastDay(),
                        series.knownAt()));
    }

    /// All of a part but its bars.
    ///
    /// @param sha256 of the file of bars
    /// @param splits a file of splits with this instrument's
    /// @param conditions a file of conditions with this instrument's
    /// @param lastDay of the newest bar
    record Summary(
            String symbol,
            String sha256,
            byte[] splits,
            byte[] conditions,
            LocalDate lastDay,
            Instant knownAt)
            implements Serializable {
        /// Name of the file of bars within the set.
        String name() {
            return TrainingSetHash.BARS + symbol + ".csv";
        }

        /// What is known beside the bars.
        SeriesFacts facts() {
            return FactsCsv.read(splits, conditions)
                    .getOrDefault(Symbol.of(symbol), SeriesFacts.NONE);
        }
    }
}
