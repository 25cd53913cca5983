package dev.bellwether.alerts.delivery;

import java.util.function.Supplier;

/// What every call of a fake goes through, so that it can go wrong.
public interface Calls {
    <T> T run(Supplier<T> call);
}
