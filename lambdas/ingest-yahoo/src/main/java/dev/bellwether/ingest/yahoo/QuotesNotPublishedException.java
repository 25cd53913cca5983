package dev.bellwether.ingest.yahoo;

/// The stream did not take all quotes, however often they were sent.
final class QuotesNotPublishedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QuotesNotPublishedException(String message) {
        super(message);
    }
}
