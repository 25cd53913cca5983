package dev.bellwether.lake.file;

import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.Rejection;
import dev.bellwether.lake.SourceBar;
import java.util.List;

/// What reading a provider's file came to.
public sealed interface FileReading {
    /// It is data; `rejections` are the rows of it that are not.
    ///
    /// @param form name of the file's form, such as `alphavantage-daily-csv`
    /// @param bars in the file's order, each identity and figures once
    /// @param actions splits and dividends that the file states
    /// @param notes what a user should know, one sentence each
    record Data(
            String form,
            List<SourceBar> bars,
            List<CorporateAction> actions,
            List<Rejection> rejections,
            List<String> notes)
            implements FileReading {
        public Data {
            bars = List.copyOf(bars);
            actions = List.copyOf(actions);
            rejections = List.copyOf(rejections);
            notes = List.copyOf(notes);
        }

        /// Whether it is a provider's list of splits or dividends with none in it: an answer about
        /// the symbol, and no file of which nothing could be read.
        public boolean saysThereIsNone() {
            return bars.isEmpty()
                    && actions.isEmpty()
                    && rejections.isEmpty()
                    && (form.startsWith("alphavantage-splits")
                            || form.startsWith("alphavantage-dividends"));
        }
    }

    /// A provider's failure in the place of data.
    ///
    /// @param kind its class, such as `throttled`, `daily-limit`, `invalid-key`, `unknown-symbol`,
    ///   `premium-endpoint`, `unknown-failure`
    /// @param reason the provider's words without anything that could be a key
    record ProviderFailure(String kind, String reason) implements FileReading {}

    /// Intraday bars whose labels can mean start or end: the user has to say.
    record LabelsUnknown(String reason) implements FileReading {}

    /// Neither data nor a failure of a known form.
    record Unreadable(String reason) implements FileReading {}
}
