package dev.bellwether.traintrigger;

/// SageMaker did not do what it was asked; the message says what and why.
public final class SageMakerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SageMakerException(String message) {
        super(message);
    }

    SageMakerException(String message, Throwable cause) {
        super(message, cause);
    }
}
