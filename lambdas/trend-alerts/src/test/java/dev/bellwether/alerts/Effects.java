package dev.bellwether.alerts;

import java.util.Map;
import java.util.function.Supplier;

/// Counts the calls of all fakes together and lets chosen ones go wrong.
final class Effects {
    /// What happens to one call.
    enum Mishap {
        KILLED_BEFORE,
        KILLED_AFTER,
        FAILED_BEFORE,
        FAILED_AFTER
    }

    /// The function's process ended: Lambda hears nothing from it.
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Map<Integer, Mishap> mishaps;
    private int count;

    Effects(Map<Integer, Mishap> mishapsByNumber) {
        mishaps = mishapsByNumber;
    }

    static Effects undisturbed() {
        return new Effects(Map.of());
    }

    int count() {
        return count;
    }

    <T> T run(Supplier<T> call) {
        Mishap mishap = mishaps.get(count++);
        if (mishap == Mishap.KILLED_BEFORE) {
            throw new Killed();
        }
        if (mishap == Mishap.FAILED_BEFORE) {
            throw new AwsCallFailedException("connection refused", new IllegalStateException());
        }
        T result = call.get();
        if (mishap == Mishap.KILLED_AFTER) {
            throw new Killed();
        }
        if (mishap == Mishap.FAILED_AFTER) {
            throw new AwsCallFailedException("no answer in time", new IllegalStateException());
        }
        return result;
    }
}
