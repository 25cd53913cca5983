package dev.bellwether.alerts.channel;

/// A call of the delivery that was not carried out now and may be later; or was, and nobody said
/// so.
public final class DeliveryFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Says what failed, and why.
    public DeliveryFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
