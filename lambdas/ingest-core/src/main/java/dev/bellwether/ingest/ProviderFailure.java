package dev.bellwether.ingest;

import java.time.Duration;

/// Why a provider gave no data, told apart by what a caller may do about it. Only [Throttled] and
/// [Transient] are worth another call; [QuotaExhausted] and [Auth] concern every other symbol of
/// the run too.
public sealed interface ProviderFailure {

    /// What the provider said, without any key.
    String detail();

    /// The kind of failure in one word, as reports and logs show it.
    default String kind() {
        return switch (this) {
            case Throttled _ -> "throttled";
            case QuotaExhausted _ -> "quota-exhausted";
            case NotEntitled _ -> "not-entitled";
            case Auth _ -> "auth";
            case UnknownSymbol _ -> "unknown-symbol";
            case BadRequest _ -> "bad-request";
            case Empty _ -> "empty";
            case Malformed _ -> "malformed";
            case Transient _ -> "transient";
        };
    }

    /// Kind and detail in one line.
    default String reason() {
        return kind() + ": " + detail();
    }

    /// Too many calls in a short time: the same call may succeed after `retryAfter`.
    record Throttled(Duration retryAfter, String detail) implements ProviderFailure {}

    /// The period's calls are used up: no call of this key succeeds before the next period.
    record QuotaExhausted(String detail) implements ProviderFailure {}

    /// The key's plan does not include what was asked for; asking again is useless.
    record NotEntitled(String detail) implements ProviderFailure {}

    /// The provider does not accept the key.
    record Auth(String detail) implements ProviderFailure {}

    /// The provider does not know the symbol.
    record UnknownSymbol(String detail) implements ProviderFailure {}

    /// The provider refuses the call as it is made.
    record BadRequest(String detail) implements ProviderFailure {}

    /// A well-formed answer without data.
    record Empty(String detail) implements ProviderFailure {}

    /// An answer that is not in the promised form, in whole or because it was cut.
    record Malformed(String detail) implements ProviderFailure {}

    /// No answer, or one that says that the provider itself is in trouble.
    record Transient(String detail) implements ProviderFailure {}
}
