package dev.bellwether.faults.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// One seed's faults: whoever could fail asks the plan whether it does.
///
/// A seed has a temper: nothing goes wrong, one kind of fault does often, or many do now and then.
/// There is an end to it, so that everything can drain: the plan strikes a limited number of times,
/// and never after [#end].
public final class FaultPlan {
    /// What the plan let happen.
    ///
    /// @param place what it happened to
    public record Struck(FaultKind kind, String place) {
        @Override
        public String toString() {
            return kind.text() + ": " + place;
        }
    }

    private static final int MOST_FAULTS = 120;
    private static final double CALM_SEEDS = 0.05;
    private static final double SEEDS_OF_ONE_KIND = 0.3;

    /// Few, because what is given up for its age can no longer be lost.
    private static final double SEEDS_OF_TIME_JUMPS = 0.08;

    private final SplittableRandom random;
    private final Map<FaultKind, Double> rates = new EnumMap<>(FaultKind.class);
    private final List<Struck> struck = new ArrayList<>();
    private int left;

    private FaultPlan(SplittableRandom random) {
        this.random = random;
    }

    /// The plan of a random source, which decides everything.
    public static FaultPlan drawnFrom(SplittableRandom random) {
        FaultPlan plan = new FaultPlan(random);
        double temper = random.nextDouble();
        if (temper < CALM_SEEDS) {
            return plan;
        }
        plan.left = random.nextInt(5, MOST_FAULTS + 1);
        FaultKind[] kinds = FaultKind.values();
        if (temper < CALM_SEEDS + SEEDS_OF_ONE_KIND) {
            plan.rates.put(kinds[random.nextInt(kinds.length)], random.nextDouble(0.1, 0.6));
            return plan;
        }
        for (FaultKind kind : kinds) {
            double likelihood = kind == FaultKind.TIME_JUMP ? SEEDS_OF_TIME_JUMPS : 0.6;
            if (random.nextDouble() < likelihood) {
                plan.rates.put(kind, random.nextDouble(0.003, 0.12));
            }
        }
        return plan;
    }

    /// A plan in which nothing goes wrong.
    public static FaultPlan calm() {
        return new FaultPlan(new SplittableRandom(0));
    }

    /// Whether that goes wrong now. Whoever asks lets it happen then.
    ///
    /// @param place what it would happen to, for people
    public boolean strikes(FaultKind kind, String place) {
        double rate = rates.getOrDefault(kind, 0.0);
        if (left == 0 || rate == 0 || random.nextDouble() >= rate) {
            return false;
        }
        left--;
        note(kind, place);
        return true;
    }

    /// Writes down a fault that was decided elsewhere, such as by a record.
    public void note(FaultKind kind, String place) {
        struck.add(new Struck(kind, place));
    }

    /// A choice among so many, from 0.
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /// The elements in an order that nobody may rely on.
    public <T> List<T> shuffled(List<T> elements) {
        List<T> shuffled = new ArrayList<>(elements);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled;
    }

    /// Does the work while nothing goes wrong.
    public <T> T atPeace(Supplier<T> work) {
        int before = left;
        left = 0;
        try {
            return work.get();
        } finally {
            left = before;
        }
    }

    /// From now on nothing goes wrong.
    public void end() {
        left = 0;
    }

    /// How often it struck so far.
    public int count() {
        return struck.size();
    }

    /// All that happened, in order.
    public List<Struck> struck() {
        return List.copyOf(struck);
    }
}
