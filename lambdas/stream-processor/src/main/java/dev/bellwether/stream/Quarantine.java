package dev.bellwether.stream;

import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.lake.LakeLayout;
import dev.bellwether.market.wire.QuarantineJson;
import dev.bellwether.stream.CheckedRecord.Rejected;
import java.time.LocalDate;
import java.util.List;

/// Keeps the records of a batch that are no quotes. Key and content follow from the record, so a
/// retry rewrites.
final class Quarantine {
    private final LakeObjects lake;

    Quarantine(LakeObjects lake) {
        this.lake = lake;
    }

    /// The part of the prefix whose rejected records are kept.
    Prefix keep(Prefix prefix) {
        for (int i = 0; i < prefix.records().size(); i++) {
            if (prefix.records().get(i) instanceof Rejected(_, QuarantineRecord rejected)) {
                try {
                    lake.put(keyOf(rejected), QuarantineJson.write(List.of(rejected)));
                } catch (WriteFailedException e) {
                    return prefix.cutBefore(i, String.valueOf(e.getMessage()));
                }
            }
        }
        return prefix;
    }

    private static String keyOf(QuarantineRecord rejected) {
        LocalDate marketDate = rejected.observedAt().atZone(TradingCalendar.ZONE).toLocalDate();
        return LakeLayout.quarantineKey(marketDate, rejected.source(), rejected.id());
    }
}
