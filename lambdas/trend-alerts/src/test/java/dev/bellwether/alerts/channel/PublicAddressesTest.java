package dev.bellwether.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
    private final AddressRule rule = new PublicAddresses();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.1",
                "169.254.169.254",
                "169.254.170.2",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:8.8.8.8",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:a9fe:a9fe",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "fc00::1",
                "fd00:ec2::254",
                "fdff:ffff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "2130706433",
                "127.1"
            })
    void whatIsNotOfThePublicInternetIsRefused(String literal) throws UnknownHostException {
        if (literal.equals("::ffff:8.8.8.8")) {
            // The JDK makes an IPv4 address of it, which is a public one.
            assertThat(InetAddress.getByName(literal).getAddress()).hasSize(4);
            return;
        }
        assertThatThrownBy(() -> rule.check(InetAddress.getByName(literal)))
                .isInstanceOf(RefusedAddressException.class)
                .hasMessageContaining("is refused: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "223.255.255.255",
                "2600:1f18::1",
                "2a00:1450:4001:80b::200e"
            })
    void theRestIsLetThrough(String literal) {
        assertThatCode(() -> rule.check(InetAddress.getByName(literal))).doesNotThrowAnyException();
    }

    /// As no parser gives it, but a name server's answer might.
    @Test
    void anAddressThatIsMappedIntoIpv6IsRefusedAsSuch() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 10;
        mapped[15] = 1;

        assertThatThrownBy(() -> rule.check(Inet6Address.getByAddress("host", mapped, 0)))
                .isInstanceOf(RefusedAddressException.class);
    }
}
