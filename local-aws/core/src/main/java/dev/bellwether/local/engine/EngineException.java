package dev.bellwether.local.engine;

/// An engine that cannot be started or does not answer: which, why, and what to do.
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// A failure that its message explains.
    public EngineException(String message) {
        super(message);
    }

    EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
