package dev.bellwether.alerts.channel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Only addresses of the public internet: a webhook must not reach into the network that the
/// function is in, nor the metadata service beside it.
///
/// Refused is what IANA's registries of special-purpose addresses
/// (<https://www.iana.org/assignments/iana-ipv4-special-registry>, `iana-ipv6-special-registry`) do
/// not call globally reachable, and what carries an IPv4 address inside.
public final class PublicAddresses implements AddressRule {
    private static final List<Range> REFUSED =
            List.of(
                    new Range("0.0.0.0", 8, "this network"),
                    new Range("10.0.0.0", 8, "private"),
                    new Range("100.64.0.0", 10, "shared by a carrier's customers"),
                    new Range("127.0.0.0", 8, "loopback"),
                    new Range("169.254.0.0", 16, "link-local"),
                    new Range("172.16.0.0", 12, "private"),
                    new Range("192.0.0.0", 24, "protocol assignments"),
                    new Range("192.0.2.0", 24, "documentation"),
                    new Range("192.88.99.0", 24, "6to4 relays"),
                    new Range("192.168.0.0", 16, "private"),
                    new Range("198.18.0.0", 15, "benchmarks"),
                    new Range("198.51.100.0", 24, "documentation"),
                    new Range("203.0.113.0", 24, "documentation"),
                    new Range("224.0.0.0", 4, "multicast"),
                    new Range("240.0.0.0", 4, "reserved"),
                    new Range("2001::", 23, "protocol assignments"),
                    new Range("2001:db8::", 32, "documentation"),
                    new Range("2002::", 16, "6to4"),
                    new Range("3fff::", 20, "documentation"));

    /// All of IPv6 that was ever given out; loopback, mapped, NAT64, unique local, link-local and
    /// multicast lie outside.
    private static final Range GLOBAL_IPV6 = new Range("2000::", 3, "global unicast");

    private record Range(byte[] first, int bits, String name) {
        Range(String first, int bits, String name) {
            this(bytes(first), bits, name);
        }

        boolean holds(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }

        private static byte[] bytes(String literal) {
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(literal, e);
            }
        }
    }

    @Override
    public void check(InetAddress address) throws RefusedAddressException {
        byte[] bytes = address.getAddress();
        for (Range range : REFUSED) {
            if (range.holds(bytes)) {
                throw refused(address, range.name());
            }
        }
        if (bytes.length != 4 && !GLOBAL_IPV6.holds(bytes)) {
            throw refused(address, "not of the global unicast range");
        }
    }

    private static RefusedAddressException refused(InetAddress address, String why) {
        return new RefusedAddressException(
                "the address %s is refused: %s".formatted(address.getHostAddress(), why));
    }
}
