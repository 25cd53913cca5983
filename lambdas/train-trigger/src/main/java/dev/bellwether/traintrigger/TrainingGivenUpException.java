package dev.bellwether.traintrigger;

/// No job of a day came to a result: the invocation fails, so that an alarm tells somebody.
public final class TrainingGivenUpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrainingGivenUpException(String message) {
        super(message);
    }
}
