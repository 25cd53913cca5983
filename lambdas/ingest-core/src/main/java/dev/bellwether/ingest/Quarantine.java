package dev.bellwether.ingest;

import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.lake.LakeLayout;
import dev.bellwether.market.wire.QuarantineJson;
import java.time.LocalDate;
import java.util.List;

/// Keeps what was refused, with the reason. Each record is an object of its own, named by the
/// record's id: whoever refuses the same record again that day writes over it.
public final class Quarantine {
    private final Lake lake;

    public Quarantine(Lake lake) {
        this.lake = lake;
    }

    /// Stores these records under their market date.
    public void store(LocalDate marketDate, List<QuarantineRecord> records) {
        for (QuarantineRecord refused : records) {
            lake.put(
                    LakeLayout.quarantineKey(marketDate, refused.source(), refused.id()),
                    QuarantineJson.write(List.of(refused)),
                    "application/x-ndjson");
        }
    }
}
