package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.Quarantine;
import dev.bellwether.ingest.alphavantage.SeriesAnswer.Evidence;
import dev.bellwether.ingest.alphavantage.SeriesAnswer.Failed;
import dev.bellwether.ingest.alphavantage.SeriesAnswer.Series;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.Symbol;
import java.util.List;

/// Puts what did not become data into quarantine, and says how many records that were.
final class RefusedLog {
    private static final String SOURCE = "ingest-alphavantage";
    // What a reader sees in a query.
    private static final int RECORD_LIMIT = 2000;

    private final Quarantine quarantine;

    RefusedLog(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    int keep(Symbol symbol, Series series, DailyRun run) {
        List<QuarantineRecord> records =
                series.rows().refused().stream()
                        .map(row ->
                                record(
                                        symbol,
                                        row.reason(),
                                        row.detail(),
                                        row.line(),
                                        series.rawKey(),
                                        run))
                        .distinct()
                        .toList();
        quarantine.store(run.runDay(), records);
        return records.size();
    }

    int keep(Symbol symbol, Failed failed, DailyRun run) {
        Evidence said = failed.evidence();
        if (said == null) {
            return 0;
        }
        String reason = failed.failure().reason();
        quarantine.store(
                run.runDay(),
                List.of(record(symbol, said.reason(), reason, said.body(), said.rawKey(), run)));
        return 1;
    }

    private static QuarantineRecord record(
            Symbol symbol,
            QuarantineReason reason,
            String detail,
            String record,
            String rawKey,
            DailyRun run) {
        return new QuarantineRecord(
                SOURCE,
                symbol.value(),
                reason,
                Excerpt.of(detail, RECORD_LIMIT),
                Excerpt.of(record, RECORD_LIMIT),
                rawKey,
                run.scheduledTime());
    }
}
