package dev.bellwether.market.wire;

/// Bytes that are no quote; the message says which field and why.
public final class InvalidQuoteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidQuoteException(String message) {
        super(message);
    }

    InvalidQuoteException(String message, Throwable cause) {
        super(message, cause);
    }
}
