package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.Quarantine;
import dev.bellwether.ingest.alphavantage.SeriesAnswer.Evidence;
import dev.bellwether.ingest.alphavantage.SeriesAnswer.Failed;
import dev.bellwether.ingest.alphavantage.SeriesAnswer.Series;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.Symbol;
import java.util.List;
import java.util.Optional;

/// Puts what did not become data into quarantine, and says how many records that were.
final class RefusedLog {
    private static final String SOURCE = "ingest-alphavantage";
    // The whole answer is in the raw zone; this is what a reader sees in a query.
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
        Optional<Evidence> evidence = failed.evidence();
        evidence.ifPresent(said ->
                quarantine.store(
                        run.runDay(),
                        List.of(
                                record(
                                        symbol,
                                        said.reason(),
                                        failed.failure().reason(),
                                        said.body(),
                                        said.rawKey(),
                                        run))));
        return evidence.isPresent() ? 1 : 0;
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
                cut(detail),
                cut(record),
                rawKey,
                run.scheduledTime());
    }

    private static String cut(String text) {
        return text.length() > RECORD_LIMIT ? text.substring(0, RECORD_LIMIT) : text;
    }
}
