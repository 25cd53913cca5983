package dev.bellwether.lake.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.lake.Bars;
import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.Knowledge;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.lake.action.SymbolHistory;
import dev.bellwether.lake.file.FileReading;
import dev.bellwether.lake.file.LabelConvention;
import dev.bellwether.lake.raw.RawDescription.Decided;
import dev.bellwether.lake.raw.RawDescription.Fetched;
import dev.bellwether.lake.raw.RawDescription.Imported;
import dev.bellwether.market.Provider;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawReadingTest {
    private static final String FETCHED =
            """
            {"provider":"alphavantage","symbol":"META","request":"GET http://host/?apikey=XXXX",
             "status":200,"content_type":"text/csv","bytes":3,"sha256":"ba78",
             "redacted":true,"redacted_occurrences":2,
             "scheduled_at":"2025-10-30T04:00:00Z","fetched_at":"2025-10-30T04:00:02Z"}\
            """;
    private static final String IMPORTED =
            """
            {"source":"import","provider":"alphavantage","symbol":"META","form":"x",
             "labels":"start","sha256":"ba78","bytes":3,"imported_at":"2026-11-26T00:00:00Z",
             "fetched_at":null}\
            """;
    private static final SourceBar BAR = Bars.daily("META", "2021-11-30", "10 12 9 11 100");

    private final RawReading reading =
            new RawReading(TradingCalendar.nyse(), SymbolHistory.known());

    @Test
    void theDescriptionOfAFetchIsReadWithItsKeyIdAndWithout() {
        Fetched expected =
                new Fetched(
                        Provider.ALPHA_VANTAGE,
                        Symbol.of("META"),
                        200,
                        "ba78",
                        Instant.parse("2025-10-30T04:00:00Z"),
                        Instant.parse("2025-10-30T04:00:02Z"),
                        Optional.empty());

        assertThat(description(FETCHED)).isEqualTo(expected);
        assertThat(
                        description(
                                FETCHED.replace(
                                        "\"provider\"",
                                        "\"source\":\"fetch\",\"key_id\":\"/k:3\",\"provider\"")))
                .isInstanceOfSatisfying(
                        Fetched.class, fetched -> assertThat(fetched.keyId()).contains("/k:3"));
    }

    @Test
    void theDescriptionOfAnImportIsRead() {
        assertThat(description(IMPORTED))
                .isEqualTo(
                        new Imported(
                                Provider.ALPHA_VANTAGE,
                                Symbol.of("META"),
                                Optional.of(LabelConvention.START),
                                "ba78",
                                Instant.parse("2026-11-26T00:00:00Z"),
                                Optional.empty()));
    }

    @Test
    void aDecisionIsReadAsItWasWritten() {
        Decided decision =
                new Decided(
                        Symbol.of("NFLX"),
                        LocalDate.parse("2011-10-25"),
                        Instant.parse("2026-11-26T00:00:00Z"));

        assertThat(RawDescriptionJson.read(RawDescriptionJson.write(decision))).isEqualTo(decision);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"source\":\"rumour\"}",
                "{\"source\":\"decision\",\"decision\":\"undo\"}",
                "{\"source\":\"decision\",\"symbol\":\"A\",\"trading_day\":\"x\",\"decided_at\":\"y\"}"
            })
    void anotherTextIsNoDescription(String json) {
        assertThatThrownBy(() -> description(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).*(description|source|decision).*");
    }

    @Test
    void whatWasFetchedIsKnownSinceTheFetchAndUnderTheSymbolOfItsDay() {
        RawObservations observations =
                reading.observe(description(FETCHED), "raw/x.body", data(BAR));

        assertThat(observations.bars())
                .singleElement()
                .satisfies(observed -> {
                    assertThat(observed.bar().symbol()).isEqualTo(Symbol.of("FB"));
                    assertThat(observed.knowledge())
                            .isEqualTo(Knowledge.fetched(Instant.parse("2025-10-30T04:00:02Z")));
                    assertThat(observed.rawKey()).isEqualTo("raw/x.body");
                });
        assertThat(observations.actions())
                .singleElement()
                .satisfies(observed ->
                        assertThat(observed.action().symbol()).isEqualTo(Symbol.of("ACME")));
    }

    @Test
    void anImportIsKnownSinceThePublicationUnlessItsFetchIsKnown() {
        RawDescription known =
                description(
                        IMPORTED.replace(
                                "\"fetched_at\":null", "\"fetched_at\":\"2021-12-01T00:00:00Z\""));

        assertThat(reading.observe(description(IMPORTED), "x", data(BAR)).bars().get(0).knowledge())
                .isEqualTo(Knowledge.assumed(Instant.parse("2021-12-01T01:00:00Z")));
        assertThat(reading.observe(known, "x", data(BAR)).bars().get(0))
                .as("on that day a fund traded as META")
                .satisfies(observed -> {
                    assertThat(observed.knowledge().assumed()).isFalse();
                    assertThat(observed.bar().symbol()).isEqualTo(Symbol.of("META"));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10 9 12 11 100",
                "10 12 9 13 100",
                "8 12 9 11 100",
                "-1 12 -2 11 100",
                "10 12 0 11 100",
                "10 12 9 11 -1"
            })
    void anImpossibleBarThatTheReadingLetThroughIsRejected(String figures) {
        RawObservations observations =
                reading.observe(
                        description(FETCHED), "x", data(Bars.daily("META", "2025-10-29", figures)));

        assertThat(observations.bars()).isEmpty();
        assertThat(observations.rejections())
                .singleElement()
                .satisfies(rejection ->
                        assertThat(rejection.reason()).isEqualTo(QuarantineReason.IMPOSSIBLE));
    }

    @Test
    void aFailureStatesNothing() {
        assertThat(
                        reading.observe(
                                description(FETCHED),
                                "x",
                                new FileReading.ProviderFailure("throttled", "slow down")))
                .isEqualTo(RawObservations.NONE);
    }

    private static RawDescription description(String json) {
        return RawDescriptionJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static FileReading data(SourceBar bar) {
        CorporateAction action = Bars.dividend("2025-10-29", "1", Provider.ALPHA_VANTAGE);
        return new FileReading.Data("x", List.of(bar), List.of(action), List.of(), List.of());
    }
}
