package dev.bellwether.simulator;

import java.time.Duration;
import java.time.InstantSource;

/// How the simulated providers treat their callers.
///
/// @param plan what every Alpha Vantage key is entitled to
/// @param faults how they misbehave from the start
/// @param clock wall clock that a free key's calls are counted by; market time never comes from it
/// @param slowness how late a slow answer is
public record SimulatorSettings(
        KeyPlan plan, Faults faults, InstantSource clock, Duration slowness) {
    private static final Duration USUAL_SLOWNESS = Duration.ofSeconds(5);

    /// A premium key and good behaviour.
    public static SimulatorSettings premium() {
        return new SimulatorSettings(
                KeyPlan.PREMIUM, Faults.none(), InstantSource.system(), USUAL_SLOWNESS);
    }

    /// A free key, whose calls are counted by that clock, and good behaviour.
    public static SimulatorSettings freeKey(InstantSource clock) {
        return new SimulatorSettings(KeyPlan.FREE, Faults.none(), clock, USUAL_SLOWNESS);
    }

    /// The same with these faults instead.
    public SimulatorSettings withFaults(Faults other) {
        return new SimulatorSettings(plan, other, clock, slowness);
    }

    /// The same with slow answers that late.
    public SimulatorSettings withSlowness(Duration other) {
        return new SimulatorSettings(plan, faults, clock, other);
    }
}
