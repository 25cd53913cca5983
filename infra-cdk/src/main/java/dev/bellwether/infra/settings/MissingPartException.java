package dev.bellwether.infra.settings;

/// Something that the app takes from the repository is not there; the message says how to get it.
public final class MissingPartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingPartException(String message) {
        super(message);
    }
}
