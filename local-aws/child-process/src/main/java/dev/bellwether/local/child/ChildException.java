package dev.bellwether.local.child;

/// A child process that could not be started, ended too early, or did not answer in time. The
/// message names the child and its log file and quotes the log's last lines.
public final class ChildException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChildException(String message) {
        super(message);
    }

    ChildException(String message, Throwable cause) {
        super(message, cause);
    }
}
