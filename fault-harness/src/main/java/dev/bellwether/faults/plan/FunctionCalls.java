package dev.bellwether.faults.plan;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;

/// What every call that a function makes to a service goes through.
public final class FunctionCalls {
    /// A service's own exceptions.
    public interface ServiceErrors {
        /// Too many calls.
        RuntimeException throttled(String place);

        /// An internal error.
        RuntimeException failed(String place);
    }

    /// Whether the service's client makes a call again whose answer it did not get.
    public enum ClientRetries {
        /// It does, and what it does twice is the same as once.
        HARMLESS,
        /// Each would count: a lost answer is left to the function.
        LEFT_TO_FUNCTION
    }

    private final FaultPlan plan;
    private final ServiceErrors errors;
    private final ClientRetries retries;

    /// Calls to one service.
    public FunctionCalls(FaultPlan plan, ServiceErrors errors, ClientRetries retries) {
        this.plan = plan;
        this.errors = errors;
        this.retries = retries;
    }

    /// Makes a call, or not, or twice, as the plan has it.
    ///
    /// @param place the call, for people
    public <T> T make(String place, Supplier<T> effect) {
        if (plan.strikes(FaultKind.CRASHED_BEFORE, place)) {
            throw new FunctionCrash(place);
        }
        if (plan.strikes(FaultKind.THROTTLED, place)) {
            throw errors.throttled(place);
        }
        if (plan.strikes(FaultKind.REFUSED, place)) {
            throw errors.failed(place);
        }
        T answer = effect.get();
        if (plan.strikes(FaultKind.CRASHED_AFTER, place)) {
            throw new FunctionCrash(place);
        }
        if (plan.strikes(FaultKind.ANSWER_LOST, place)) {
            throw SdkClientException.create("Read timed out: " + place);
        }
        return retries == ClientRetries.HARMLESS
                        && plan.strikes(FaultKind.REPEATED_BY_CLIENT, place)
                ? effect.get()
                : answer;
    }
}
