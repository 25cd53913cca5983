package dev.bellwether.alerts.channel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/// Name look-up that refuses a name as a whole when one of its addresses is refused: such a name
/// was not made for us.
record GuardedNames(Dns names, AddressRule rule) implements Dns {
    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        List<InetAddress> addresses = names.lookup(hostname);
        for (InetAddress address : addresses) {
            rule.check(address);
        }
        return addresses;
    }
}
