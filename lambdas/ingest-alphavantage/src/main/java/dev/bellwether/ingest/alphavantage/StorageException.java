package dev.bellwether.ingest.alphavantage;

/// What was fetched could not be stored: the run must be tried again.
final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageException(String message) {
        super(message);
    }
}
