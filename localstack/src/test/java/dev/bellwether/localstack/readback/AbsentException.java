package dev.bellwether.localstack.readback;

/// A resource that CloudFormation says is deployed is not there.
final class AbsentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AbsentException(String message) {
        super(message);
    }
}
