package dev.bellwether.etl;

import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.curate.Curated;
import dev.bellwether.lake.curate.Observed;
import dev.bellwether.market.Symbol;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/// What raw objects say and what follows from it; where which of it runs is no matter of it.
interface LakeLogic extends Serializable {
    /// What one raw object says.
    ///
    /// @param key of its description
    /// @param description JSON
    /// @param body reads the bytes that it describes
    RawFinding read(String key, byte[] description, RawBody body);

    /// What the listing that traded under the symbol that day is called for ever.
    String instrumentOf(Symbol symbol, LocalDate day);

    /// The rows of one instrument.
    Curated curate(Observed observed);

    /// The rows of the bars within one symbol's trading day.
    IntradayRows curateIntraday(String instrumentId, List<BarObservation> bars);
}
