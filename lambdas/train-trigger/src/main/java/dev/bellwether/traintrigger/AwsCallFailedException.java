package dev.bellwether.traintrigger;

/// A service did not do what it was asked; the message says what and why.
public final class AwsCallFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AwsCallFailedException(String message) {
        super(message);
    }

    AwsCallFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
