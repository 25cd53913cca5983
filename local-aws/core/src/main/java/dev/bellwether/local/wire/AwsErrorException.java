package dev.bellwether.local.wire;

/// A service answered a call with an error.
public final class AwsErrorException extends RuntimeException {
    private final int status;
    private final String code;

    public AwsErrorException(
            String service, String action, int status, String code, String message) {
        super(
                "%s %s was refused with %s (HTTP %d): %s"
                        .formatted(service, action, code, status, message));
        this.status = status;
        this.code = code;
    }

    /// HTTP status of the answer.
    public int status() {
        return status;
    }

    /// The service's short name of the error, such as `ResourceNotFoundException`.
    public String code() {
        return code;
    }
}
