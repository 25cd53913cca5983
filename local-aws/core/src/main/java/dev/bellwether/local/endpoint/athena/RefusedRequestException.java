package dev.bellwether.local.endpoint.athena;

/// A request that Athena answers with `InvalidRequestException`, or that is not acted out here.
final class RefusedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    RefusedRequestException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
