package dev.bellwether.lake.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.Bars;
import dev.bellwether.lake.Knowledge;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VersionFoldTest {
    private static final SourceBar FIRST = Bars.close("2025-10-29", "10");
    private static final SourceBar RESTATED = Bars.close("2025-10-29", "11");

    @Test
    void aRestatementIsTheNextVersionAndARepetitionIsNone() {
        List<Version<BarObservation>> versions =
                fold(
                        seen(FIRST, 1, "a"),
                        seen(FIRST, 2, "b"),
                        seen(RESTATED, 3, "c"),
                        seen(RESTATED, 4, "d"));

        assertThat(versions).extracting(Version::number).containsExactly(1, 2);
        assertThat(versions).extracting(Version::newest).containsExactly(false, true);
        assertThat(versions)
                .extracting(version -> version.first().rawKey())
                .as("known since the object that stated it first")
                .containsExactly("a", "c");
    }

    @Test
    void aProviderThatReturnsToItsFirstFiguresMakesAThirdVersion() {
        List<Version<BarObservation>> versions =
                fold(seen(FIRST, 1, "a"), seen(RESTATED, 2, "b"), seen(FIRST, 3, "c"));

        assertThat(versions).extracting(Version::number).containsExactly(1, 2, 3);
        assertThat(versions.get(2).contentHash()).isEqualTo(versions.get(0).contentHash());
    }

    @Test
    void whatIsKnownAtTheSameTimeIsOrderedByContent() {
        List<Version<BarObservation>> one = fold(seen(FIRST, 1, "a"), seen(RESTATED, 1, "b"));
        List<Version<BarObservation>> other = fold(seen(RESTATED, 1, "b"), seen(FIRST, 1, "a"));

        assertThat(one).isEqualTo(other).hasSize(2);
        assertThat(one.get(0).contentHash()).isLessThan(one.get(1).contentHash());
    }

    @Test
    void anyOrderAndAnyNumberOfObservationsGiveTheSameVersions() {
        List<BarObservation> observations = new ArrayList<>();
        Random random = new Random(17);
        for (int i = 0; i < 60; i++) {
            observations.add(
                    seen(
                            Bars.close("2025-10-29", String.valueOf(1 + random.nextInt(4))),
                            random.nextInt(20),
                            "raw" + random.nextInt(3)));
        }
        var expected = VersionFold.ofBars().fold(observations);
        for (int seed = 0; seed < 50; seed++) {
            List<BarObservation> shuffled = new ArrayList<>(observations);
            shuffled.addAll(observations.subList(seed, observations.size()));
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(VersionFold.ofBars().fold(shuffled)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void barsOfAnotherProviderOrBasisAreNoVersions() {
        List<BarObservation> observations =
                List.of(
                        Bars.seen(FIRST),
                        Bars.seen(Bars.close("2025-10-29", "11", Provider.ALPACA, Basis.RAW)),
                        Bars.seen(Bars.close("2025-10-29", "11", Provider.YAHOO, Basis.SPLIT)));

        assertThat(VersionFold.ofBars().fold(observations).values())
                .hasSize(3)
                .allMatch(versions -> versions.size() == 1);
    }

    @Test
    void trailingZerosAreNoOtherFigures() {
        SourceBar same = Bars.daily("ACME", "2025-10-29", "1.50 2.0 1.00 1.5 10");

        assertThat(ContentHash.of(same))
                .hasSize(32)
                .isEqualTo(ContentHash.of(Bars.daily("ACME", "2025-10-29", "1.5 2 1 1.500 10")))
                .isNotEqualTo(ContentHash.of(Bars.daily("ACME", "2025-10-29", "1.5 2 1 1.5 11")));
    }

    @Test
    void aSplitWithAnotherRatioIsTheNextVersion() {
        List<ActionObservation> observations =
                List.of(
                        Bars.seen(
                                Bars.split("2025-10-29", 4, 1, Provider.ALPHA_VANTAGE),
                                "2025-10-30T00:00:00Z"),
                        Bars.seen(
                                Bars.split("2025-10-29", 5, 1, Provider.ALPHA_VANTAGE),
                                "2025-10-31T00:00:00Z"),
                        Bars.seen(
                                Bars.dividend("2025-10-29", "0.1", Provider.ALPHA_VANTAGE),
                                "2025-10-31T00:00:00Z"));

        assertThat(VersionFold.ofActions().fold(observations))
                .hasSize(2)
                .hasEntrySatisfying(
                        ActionIdentity.of(observations.get(0).action()),
                        versions ->
                                assertThat(versions)
                                        .extracting(Version::number)
                                        .containsExactly(1, 2));
    }

    @Test
    void figuresThatAreNotStatedAreNoFigures() {
        SourceBar stated = Bars.daily("ACME", "2025-10-29", "1 1 1 1 0");
        SourceBar unstated =
                new SourceBar(
                        stated.symbol(),
                        stated.interval(),
                        stated.start(),
                        stated.tradingDay(),
                        null,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        null,
                        null,
                        stated.provider(),
                        stated.feed(),
                        stated.basis());

        assertThat(ContentHash.of(unstated)).isNotEqualTo(ContentHash.of(stated));
    }

    private static BarObservation seen(SourceBar bar, int second, String rawKey) {
        return new BarObservation(bar, Knowledge.fetched(Instant.ofEpochSecond(second)), rawKey);
    }

    private static List<Version<BarObservation>> fold(BarObservation... observations) {
        return VersionFold.ofBars().fold(List.of(observations)).firstEntry().getValue();
    }
}
