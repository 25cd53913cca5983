package dev.bellwether.faults.expression;

/// A request that DynamoDB would refuse each time it is made: a mistake in whoever makes it.
public final class InvalidRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message what is wrong with it
    public InvalidRequestException(String message) {
        super(message);
    }
}
