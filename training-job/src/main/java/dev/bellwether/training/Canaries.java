package dev.bellwether.training;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Symbol;
import dev.bellwether.training.evaluation.SkillTest;
import dev.bellwether.training.evaluation.WalkForward;
import dev.bellwether.training.lasso.UncertainFitException;
import dev.bellwether.training.sample.FoldDays;
import dev.bellwether.training.sample.MarketReturns;
import dev.bellwether.training.sample.PriceSeries;
import dev.bellwether.training.sample.SampleTable;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Made-up cases whose answer is known, put through the very evaluation that judges the symbols.
final class Canaries {
    /// How many random walks, and how many shuffles.
    static final int EACH = 20;

    private static final int WALK_BARS = 750;
    private static final int PLANTED_BARS = 1_500;
    private static final double PLANTED_WEIGHT = 0.3;
    private static final long FIRST_SEED = 4_201;
    private static final Symbol WALK = Symbol.of("CANARY");

    private Canaries() {}

    /// How all canaries of a run fared; those among its symbols were tried with them.
    static CanaryReport report(Workers workers, Collection<StudyRun.Result> results) {
        List<Boolean> walks =
                workers.ofEach(IntStream.range(0, EACH).boxed().toList(), Canaries::walkClaims);
        return new CanaryReport(
                (int) walks.stream().filter(claims -> claims).count(),
                walks.size(),
                results.stream().mapToInt(StudyRun.Result::shuffleClaims).sum(),
                results.stream().mapToInt(StudyRun.Result::shuffles).sum(),
                leakIsCaught(),
                plantedIsFound(),
                results.stream().anyMatch(StudyRun.Result::lookAhead));
    }

    /// Whether a random walk claims skill, alone.
    ///
    /// @param number from 0
    static boolean walkClaims(int number) {
        PriceSeries series = walk(FIRST_SEED + number, WALK_BARS, 0);
        return claims(samples(series), days(series));
    }

    /// Whether the samples claim skill when their targets are dealt out anew.
    ///
    /// @param number from 0
    static boolean shuffleClaims(SampleTable samples, FoldDays days, int number) {
        double[] targets = samples.targets();
        Random random = new Random(FIRST_SEED + number);
        for (int i = targets.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double kept = targets[i];
            targets[i] = targets[other];
            targets[other] = kept;
        }
        return claims(samples.withTargets(targets), days);
    }

    /// Whether returns that follow the one before are found.
    static boolean plantedIsFound() {
        PriceSeries series = walk(FIRST_SEED, PLANTED_BARS, PLANTED_WEIGHT);
        return claims(samples(series), days(series));
    }

    /// Whether features that were taken a day too late are caught: by their values, which change
    /// when the future is cut off, and by the skill they claim on a random walk.
    static boolean leakIsCaught() {
        List<OhlcvBar> bars = bars(FIRST_SEED, WALK_BARS, 0);
        PriceSeries series = PriceSeries.of(bars, SeriesFacts.NONE);
        return !LookAhead.isFree(
                        bars,
                        SeriesFacts.NONE,
                        (known, bar) ->
                                SampleTable.featuresAt(
                                        known,
                                        new MarketReturns(),
                                        1,
                                        Math.min(bar + 1, known.size() - 1)))
                && claims(samples(series).withFeaturesOfTomorrow(), days(series));
    }

    private static boolean claims(SampleTable samples, FoldDays days) {
        try {
            WalkForward.Result walk = WalkForward.over(samples, days);
            return walk.backtest().size() > 0 && SkillTest.of(walk.backtest()).claimsAlone();
        } catch (UncertainFitException _) {
            return false;
        }
    }

    private static PriceSeries walk(long seed, int bars, double weight) {
        return PriceSeries.of(bars(seed, bars, weight), SeriesFacts.NONE);
    }

    private static List<OhlcvBar> bars(long seed, int bars, double weight) {
        return new SyntheticWalk(WALK, seed, bars, weight).walk();
    }

    private static SampleTable samples(PriceSeries series) {
        return SampleTable.of(series, new MarketReturns(), 1);
    }

    private static FoldDays days(PriceSeries series) {
        MarketReturns market = new MarketReturns();
        market.add(series);
        return FoldDays.of(market);
    }
}
