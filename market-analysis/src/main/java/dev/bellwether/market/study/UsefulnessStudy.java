package dev.bellwether.market.study;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Direction;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.Fire;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.RuleHistory;
import dev.bellwether.market.rule.RuleKind;
import dev.bellwether.market.rule.Screening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Whether alerts tell anything about what comes after them.
///
/// For each rule, direction and horizon: the logarithmic return from the open of the bar after a
/// fire, less its mean over the other times of the same stock and year that were as restless. The
/// fires are put at random among those times again and again: how often that gives as large a
/// difference is the p-value. Fires that are close in time are moved together, and drawn together
/// by the bootstrap that gives the interval. All p-values of a study are corrected together by
/// Holm's method.
///
/// @param draws of random times and of blocks
/// @param seed the same one gives the same results
public record UsefulnessStudy(TradingCalendar calendar, int draws, long seed) {
    /// At or above this corrected value there is no evidence.
    public static final double LEVEL = 0.05;

    private static final int SHORTEST_FORMATION = 40;

    /// Bars of one symbol.
    ///
    /// @param ascending oldest first
    public record Input(Symbol symbol, List<ClosedBar> ascending, SeriesFacts facts) {
        public Input {
            ascending = List.copyOf(ascending);
        }
    }

    /// What the data say.
    public enum Verdict {
        /// Too few fires to say anything.
        TOO_FEW("too few fires"),
        /// The difference could well be chance.
        NO_EVIDENCE("no evidence"),
        /// The price goes on in the alert's direction more than after random times.
        GOES_ON("goes on"),
        /// The price turns against the alert's direction more than after random times.
        TURNS("turns");

        private final String id;

        Verdict(String id) {
            this.id = id;
        }

        /// The verdict in tables.
        public String id() {
            return id;
        }
    }

    /// What was found for one rule, direction and horizon.
    ///
    /// @param horizon in bars
    /// @param fires how many were compared
    /// @param leftOut how many could not be
    /// @param afterFires mean logarithmic return
    /// @param afterRandom the same after the matched times
    /// @param lower lower end of the 95 % interval of the difference
    /// @param upper its upper end
    /// @param p before the correction; empty when there are too few fires
    /// @param corrected after it
    public record Finding(
            RuleKind kind,
            Direction direction,
            int horizon,
            int fires,
            int leftOut,
            double afterFires,
            double afterRandom,
            double lower,
            double upper,
            Optional<Double> p,
            Optional<Double> corrected) {
        /// How much more the price rose after the fires.
        public double difference() {
            return afterFires - afterRandom;
        }

        /// What it comes to: a difference counts when both the test and the interval say so.
        public Verdict verdict() {
            if (corrected.isEmpty()) {
                return Verdict.TOO_FEW;
            }
            if (corrected.get() >= LEVEL || lower <= 0 && upper >= 0) {
                return Verdict.NO_EVIDENCE;
            }
            return difference() > 0 == (direction == Direction.UP)
                    ? Verdict.GOES_ON
                    : Verdict.TURNS;
        }
    }

    private record Test(RuleKind kind, Direction direction, int horizon, Comparison comparison) {}

    /// The findings for rules of one timeframe.
    public List<Finding> study(
            List<RuleDefinition> rules, List<Integer> horizons, List<Input> inputs) {
        List<Test> tests = new ArrayList<>();
        for (RuleDefinition rule : rules) {
            List<List<Fire>> fires = inputs.stream().map(it -> fires(rule, it)).toList();
            for (int horizon : horizons) {
                List<MatchedTimes> times =
                        inputs.stream().map(it -> times(rule, horizon, it)).toList();
                for (Direction direction : Direction.values()) {
                    tests.add(
                            new Test(
                                    rule.kind(),
                                    direction,
                                    horizon,
                                    Comparison.of(
                                            events(times, fires, direction),
                                            horizon,
                                            draws,
                                            new Random(seed))));
                }
            }
        }
        return findings(tests);
    }

    private MatchedTimes times(RuleDefinition rule, int horizon, Input input) {
        return new MatchedTimes(
                new StudySeries(
                        input.symbol(),
                        input.ascending(),
                        input.facts(),
                        rule.timeframe(),
                        calendar),
                horizon,
                Math.max(2 * rule.span(), SHORTEST_FORMATION));
    }

    private List<Fire> fires(RuleDefinition rule, Input input) {
        return new RuleHistory(rule, input.symbol(), input.facts(), Screening.LIVE, calendar)
                .fires(input.ascending());
    }

    private static List<StudyEvent> events(
            List<MatchedTimes> times, List<List<Fire>> fires, Direction direction) {
        List<StudyEvent> events = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            MatchedTimes of = times.get(i);
            fires.get(i).stream()
                    .filter(fire -> fire.direction() == direction)
                    .flatMap(fire -> of.series().find(fire.bar()).stream())
                    .map(index -> new StudyEvent(of, index))
                    .forEach(events::add);
        }
        return events;
    }

    private static List<Finding> findings(List<Test> tests) {
        List<Double> corrected =
                HolmCorrection.correct(
                        tests.stream().flatMap(test -> test.comparison().p().stream()).toList());
        List<Finding> findings = new ArrayList<>();
        int tested = 0;
        for (Test test : tests) {
            Comparison it = test.comparison();
            findings.add(
                    new Finding(
                            test.kind(),
                            test.direction(),
                            test.horizon(),
                            it.fires(),
                            it.leftOut(),
                            it.afterFires(),
                            it.afterFires() - it.difference(),
                            it.lower(),
                            it.upper(),
                            it.p(),
                            it.p().isPresent()
                                    ? Optional.of(corrected.get(tested++))
                                    : Optional.empty()));
        }
        return findings;
    }
}
