package dev.bellwether.alerts;

/// A call that AWS did not carry out now and may carry out later.
final class AwsCallFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AwsCallFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
