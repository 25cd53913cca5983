package dev.bellwether.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Symbol;
import dev.bellwether.training.evaluation.Proportion;
import dev.bellwether.training.lasso.SmileLasso;
import dev.bellwether.training.sample.FoldDays;
import dev.bellwether.training.sample.MarketReturns;
import dev.bellwether.training.sample.PriceSeries;
import dev.bellwether.training.sample.SampleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a run claims of series whose truth is known, by the very code that judges real ones.
class HonestyTest {
    private static final int SEEDS = 100;
    private static final Symbol PLANTED = Symbol.of("PLANTED");

    @Test
    void ofAHundredRunsOverTwelveSymbolsOfNoiseHardlyAnyClaimsAnything() {
        long claiming =
                IntStream.range(0, SEEDS)
                        .parallel()
                        .filter(seed -> claims(noise(seed)).containsValue(true))
                        .count();

        Proportion share = new Proportion((int) claiming, SEEDS);
        System.out.printf(
                "Noise: %d of %d runs over 12 symbols claim skill; 95 %% interval %.4f to %.4f%n",
                claiming, SEEDS, share.lower(), share.upper());
        assertThat(share.lower()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void returnsThatFollowTheOneBeforeAreFoundNineTimesInTen() {
        long found =
                IntStream.range(0, SEEDS)
                        .parallel()
                        .filter(seed ->
                                claims(List.of(new SyntheticWalk(PLANTED, seed, 1_500, 0.3)))
                                        .containsValue(true))
                        .count();

        System.out.printf("AR(1) of 0.3 over 1,500 rows: found in %d of %d%n", found, SEEDS);
        assertThat(found).isGreaterThanOrEqualTo(90);
    }

    @Test
    void amongNoiseThePlantedSymbolAloneIsFound() {
        List<SyntheticWalk> walks = new ArrayList<>(noise(3));
        walks.add(new SyntheticWalk(PLANTED, 1, 1_500, 0.3));

        Map<Symbol, Boolean> claims = claims(walks);

        assertThat(claims.get(PLANTED)).isTrue();
        assertThat(claims.values()).filteredOn(claim -> claim).hasSize(1);
    }

    @Test
    void theCanariesAreQuietAndCatchWhatTheyShould() {
        assertThat(IntStream.range(0, Canaries.EACH).filter(Canaries::walkClaims).count())
                .isLessThanOrEqualTo(CanaryReport.MOST_CLAIMS);
        assertThat(Canaries.plantedIsFound()).isTrue();
        assertThat(Canaries.leakIsCaught()).isTrue();
    }

    @Test
    void aRunIsWithheldWhenTooManyCanariesClaimSkillOrOneThatMustBeCaughtIsNot() {
        assertThat(new CanaryReport(4, 20, 4, 20, true, true, false).reasonToWithhold()).isEmpty();
        assertThat(new CanaryReport(5, 20, 0, 20, true, true, false).reasonToWithhold())
                .contains("5 of 20 random walks claim skill");
        assertThat(new CanaryReport(0, 20, 5, 20, true, true, false).reasonToWithhold())
                .contains("5 of 20 shuffles of the labels claim skill");
        assertThat(new CanaryReport(0, 20, 0, 20, false, true, false).reasonToWithhold())
                .contains("a feature from the future was not caught");
        assertThat(new CanaryReport(0, 20, 0, 20, true, false, false).reasonToWithhold())
                .contains("a planted dependence of returns was not found");
        assertThat(new CanaryReport(0, 20, 0, 20, true, true, true).reasonToWithhold())
                .contains("a feature changes when the future is cut off");
    }

    private static List<SyntheticWalk> noise(int seed) {
        return IntStream.range(0, 12)
                .mapToObj(i -> new SyntheticWalk(Symbol.of("NOISE" + i), 1_000L * seed + i, 600, 0))
                .toList();
    }

    private static Map<Symbol, Boolean> claims(List<SyntheticWalk> walks) {
        Map<Symbol, PriceSeries> universe = new TreeMap<>();
        MarketReturns market = new MarketReturns();
        for (SyntheticWalk walk : walks) {
            List<OhlcvBar> bars = walk.walk();
            PriceSeries series = PriceSeries.of(bars, SeriesFacts.NONE);
            universe.put(walk.symbol(), series);
            market.add(series);
        }
        Study.Terms terms = new Study.Terms(market, FoldDays.of(market), 1, 120, new SmileLasso());
        Map<Symbol, Study> studies = new TreeMap<>();
        universe.forEach((symbol, series) ->
                studies.put(symbol, Study.of(series, SampleTable.of(series, market, 1), terms)));
        assertThat(studies.values()).allMatch(Study.Modelled.class::isInstance);
        Map<Symbol, Boolean> claims = new TreeMap<>();
        Verdict.of(studies).forEach((symbol, verdict) -> claims.put(symbol, verdict.skilled()));
        return claims;
    }
}
