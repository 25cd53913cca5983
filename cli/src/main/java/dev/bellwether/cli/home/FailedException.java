package dev.bellwether.cli.home;

/// The command cannot go on; the message tells the user what happened, why, and what to do.
public final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// A failure that its message explains.
    public FailedException(String message) {
        super(message);
    }

    /// A failure that its message explains, with the cause for the log.
    public FailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
