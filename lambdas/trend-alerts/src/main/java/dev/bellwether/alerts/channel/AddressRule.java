package dev.bellwether.alerts.channel;

import java.net.InetAddress;

/// Which addresses may be connected to.
@FunctionalInterface
public interface AddressRule {
    /// Throws [RefusedAddressException] when this one may not.
    void check(InetAddress address) throws RefusedAddressException;
}
