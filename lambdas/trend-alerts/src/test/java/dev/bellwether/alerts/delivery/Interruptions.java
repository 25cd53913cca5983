package dev.bellwether.alerts.delivery;

import dev.bellwether.alerts.channel.DeliveryFailedException;
import java.util.Map;
import java.util.function.Supplier;

/// Counts all calls together and lets chosen ones go wrong.
final class Interruptions implements Calls {
    enum Mishap {
        KILLED_BEFORE,
        KILLED_AFTER,
        FAILED_BEFORE,
        FAILED_AFTER
    }

    /// The function's process ended.
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Map<Integer, Mishap> mishaps;
    private int count;

    Interruptions(Map<Integer, Mishap> mishapsByNumber) {
        mishaps = mishapsByNumber;
    }

    int count() {
        return count;
    }

    @Override
    public <T> T run(Supplier<T> call) {
        Mishap mishap = mishaps.get(count++);
        if (mishap == Mishap.KILLED_BEFORE) {
            throw new Killed();
        }
        if (mishap == Mishap.FAILED_BEFORE) {
            throw new DeliveryFailedException("refused", new IllegalStateException());
        }
        T result = call.get();
        if (mishap == Mishap.KILLED_AFTER) {
            throw new Killed();
        }
        if (mishap == Mishap.FAILED_AFTER) {
            throw new DeliveryFailedException("no answer", new IllegalStateException());
        }
        return result;
    }
}
