package dev.bellwether.lake.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Symbol;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolHistoryTest {
    private final SymbolHistory history = SymbolHistory.known();

    @ParameterizedTest
    @CsvSource({
        // file, day, traded as, instrument
        "META, 2012-05-18, FB, META",
        "META, 2021-11-30, FB, META",
        "META, 2022-06-08, FB, META",
        "META, 2022-06-09, META, META",
        "META, 2026-11-25, META, META",
        "FB, 2021-11-30, FB, META",
        // whoever trades as FB today is not this company
        "FB, 2025-11-28, FB, FB",
        "METV, 2021-12-01, META, METV",
        "METV, 2022-01-31, METV, METV",
        "AAPL, 2020-01-02, AAPL, AAPL",
        "GOOGL, 2010-01-04, GOOGL, GOOGL",
        "GOOG, 2010-01-04, GOOG, GOOG"
    })
    void aFileServesItsWholeHistoryUnderItsSymbol(
            String file, LocalDate day, String traded, String instrument) {
        assertThat(history.listing(Symbol.of(file), day))
                .isEqualTo(new Listing(Symbol.of(traded), instrument));
    }

    @Test
    void aFileOfMetaThatWasFetchedWhileAFundHeldTheSymbolIsTheFunds() {
        Symbol meta = Symbol.of("META");
        LocalDate day = LocalDate.parse("2021-11-30");

        assertThat(history.listing(meta, day, LocalDate.parse("2021-12-01")))
                .isEqualTo(new Listing(meta, "METV"));
        assertThat(history.listing(meta, day, LocalDate.parse("2026-11-20")))
                .isEqualTo(new Listing(Symbol.of("FB"), "META"));
    }

    @ParameterizedTest
    @CsvSource({
        "META, 2021-11-30, METV",
        "META, 2022-06-09, META",
        "FB, 2021-11-30, META",
        "NVDA, 2021-11-30, NVDA"
    })
    void aSymbolNamesOneInstrumentADay(String traded, LocalDate day, String instrument) {
        assertThat(history.instrumentId(Symbol.of(traded), day)).isEqualTo(instrument);
    }
}
