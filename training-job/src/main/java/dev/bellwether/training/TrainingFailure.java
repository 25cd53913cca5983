package dev.bellwether.training;

/// The job cannot do what it was asked to; the message is what the container reports as the reason.
public final class TrainingFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrainingFailure(String message) {
        super(message);
    }

    TrainingFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
