package dev.bellwether.engine.athena;

/// A text that was not run at all: it is no SQL, or does not read.
final class QueryRefusedException extends RuntimeException {
    private final transient QueryFailure failure;

    QueryRefusedException(QueryFailure failure) {
        super(failure.message());
        this.failure = failure;
    }

    QueryFailure failure() {
        return failure;
    }
}
