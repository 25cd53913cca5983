package dev.bellwether.simulator;

/// A folder of input files cannot be served as it is; the message says what to change.
public final class InvalidFolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidFolderException(String message) {
        super(message);
    }
}
