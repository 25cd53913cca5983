package dev.bellwether.alerts.channel;

import java.net.UnknownHostException;

/// The host has an address that may not be connected to. The message names it.
public final class RefusedAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    /// Says which address, and why.
    public RefusedAddressException(String message) {
        super(message);
    }
}
