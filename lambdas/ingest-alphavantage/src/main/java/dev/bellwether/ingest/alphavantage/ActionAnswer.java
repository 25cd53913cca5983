package dev.bellwether.ingest.alphavantage;

import dev.bellwether.lake.CorporateAction;
import java.time.Instant;
import java.util.List;

/// What asking for a symbol's corporate actions led to.
sealed interface ActionAnswer {
    /// They are known, and stored in the raw zone, since `fetchedAt`.
    record Known(List<CorporateAction> actions, Instant fetchedAt) implements ActionAnswer {
        public Known {
            actions = List.copyOf(actions);
        }
    }

    /// They are not.
    record Unknown(SeriesAnswer.Failed why) implements ActionAnswer {}
}
