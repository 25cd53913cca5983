package dev.bellwether.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HonestyTest {
    private static final Hyperparameters PARAMETERS =
            new Hyperparameters(
                    Walks.LAST_DAY, Instant.parse("2025-10-30T04:10:00Z"), "lake", 1, 0, 120);

    @Test
    void ofFortySymbolsOfNoiseNoneIsSaidToBeForeseeable() {
        Map<Symbol, Study> studies = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            Symbol symbol = Symbol.of("NOISE" + i);
            studies.put(
                    symbol, Study.of(Walks.noise(symbol, 1, 400), PARAMETERS, new SmileLasso()));
        }

        Map<Symbol, Verdict> verdicts = Verdict.of(studies);

        assertThat(studies.values()).allMatch(Study.Modelled.class::isInstance);
        assertThat(verdicts.values()).noneMatch(Verdict::skilled);
        // Nor does the test before the correction claim more than its level allows.
        assertThat(studies.values())
                .filteredOn(study ->
                        study instanceof Study.Modelled modelled
                                && modelled.evaluation().dmP() < 0.05)
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void aReturnThatFollowsTheOneBeforeIsFound() {
        Map<Symbol, Study> studies = new TreeMap<>();
        Symbol planted = Symbol.of("PLANTED");
        studies.put(
                planted,
                Study.of(
                        Walks.autoregressive(planted, 1, 1_500, 0.3),
                        PARAMETERS,
                        new SmileLasso()));
        for (int i = 0; i < 5; i++) {
            Symbol symbol = Symbol.of("NOISE" + i);
            studies.put(
                    symbol, Study.of(Walks.noise(symbol, 2, 1_500), PARAMETERS, new SmileLasso()));
        }

        Map<Symbol, Verdict> verdicts = Verdict.of(studies);

        assertThat(verdicts.keySet())
                .filteredOn(symbol -> verdicts.get(symbol).skilled())
                .containsExactly(planted);
        assertThat(studies.get(planted))
                .isInstanceOfSatisfying(
                        Study.Modelled.class,
                        modelled -> {
                            double[] coefficients = modelled.judged().coefficients();
                            assertThat(coefficients[0]).isBetween(0.15, 0.4);
                            assertThat(modelled.evaluation().errors()).hasSize(444);
                        });
    }

    @Test
    void theModelThatIsJudgedHasNotSeenWhatItIsJudgedBy() {
        Symbol symbol = Symbol.of("PLANTED");
        var bars = Walks.autoregressive(symbol, 1, 500, 0.3);
        var otherEnd = new ArrayList<>(bars.subList(0, 400));
        double last = bars.get(399).close().doubleValue();
        var noise = Walks.noise(symbol, 99, 500);
        for (OhlcvBar bar : noise.subList(400, 500)) {
            double relative = bar.close().doubleValue() / noise.get(399).close().doubleValue();
            otherEnd.add(Walks.bar(symbol, bar.tradingDay(), last * relative, bar.volume()));
        }

        Study.Modelled one = (Study.Modelled) Study.of(bars, PARAMETERS, new SmileLasso());
        Study.Modelled other = (Study.Modelled) Study.of(otherEnd, PARAMETERS, new SmileLasso());

        // 479 samples: the test part starts at sample 335, bar 355.
        assertThat(one.judged().coefficients()).isEqualTo(other.judged().coefficients());
        assertThat(one.judged().standardisation().means())
                .isEqualTo(other.judged().standardisation().means());
        assertThat(one.current().coefficients()).isNotEqualTo(other.current().coefficients());
    }

    @Test
    void anOutcomeThatWasNotKnownAtTheCutIsInNeitherPart() {
        Symbol symbol = Symbol.of("NOISE");
        var samples = SampleTable.of(Walks.noise(symbol, 1, 300), 5).samples();

        ChronologicalSplit split = ChronologicalSplit.of(samples, 5);

        assertThat(split.fit().size() + 4)
                .isEqualTo(samples.indexOf(split.validation().getFirst()));
        assertThat(split.fitAndValidation().size() + 4)
                .isEqualTo(samples.indexOf(split.test().getFirst()));
        assertThat(split.test().getLast()).isSameAs(samples.getLast());
    }

    @Test
    void closesThatDoNotMoveHaveNoModel() {
        Symbol symbol = Symbol.of("FLAT");
        var bars =
                Walks.noise(symbol, 1, 300).stream()
                        .map(bar -> Walks.bar(symbol, bar.tradingDay(), 100, 1_000))
                        .toList();

        assertThat(Study.of(bars, PARAMETERS, new SmileLasso()))
                .isInstanceOfSatisfying(
                        Study.NotModelled.class,
                        study ->
                                assertThat(study.reason())
                                        .isEqualTo("closes or features do not vary"));
    }

    @Test
    void anUncertainFitIsNoModel() {
        Symbol symbol = Symbol.of("NOISE");
        LassoFit unsure =
                (x, y, penalty) -> {
                    throw new UncertainFitException(0.5);
                };

        Study study = Study.of(Walks.noise(symbol, 1, 300), PARAMETERS, unsure);

        assertThat(study)
                .isInstanceOfSatisfying(
                        Study.NotModelled.class,
                        notModelled ->
                                assertThat(notModelled.reason())
                                        .contains("duality gap is 5.0e-01"));
    }

    @Test
    void symbolsThatCouldNotBeTestedDoNotMakeTheOthersClaimsEasier() {
        Map<Symbol, Study> studies = new TreeMap<>();
        studies.put(Symbol.of("A"), modelled(0.02));
        assertThat(Verdict.of(studies).get(Symbol.of("A")))
                .isEqualTo(
                        new Verdict(
                                true,
                                "p 0.02000000 after Holm's correction over 1 symbols is below 0.05"));

        studies.put(Symbol.of("B"), new Study.NotModelled("too few", new double[0], 0));
        studies.put(Symbol.of("C"), new Study.NotModelled("too few", new double[0], 0));

        assertThat(Verdict.of(studies).get(Symbol.of("A")).skilled()).isFalse();
        assertThat(Verdict.of(studies).get(Symbol.of("B")))
                .isEqualTo(new Verdict(false, "too few"));
    }

    private static Study modelled(double p) {
        LinearForecast model =
                new LinearForecast(
                        new Standardisation(new double[0], new double[0]), 0, 1, new double[0], 0);
        return new Study.Modelled(
                model, model, new Evaluation(new double[0], new double[0], p), 0, 0);
    }
}
