package dev.bellwether.alerts.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alerts.channel.SendOutcome.Refused;
import dev.bellwether.alerts.channel.SendOutcome.Sent;
import dev.bellwether.alerts.channel.SendOutcome.Unreachable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPostTest {
    private static final byte[] BODY = "{}".getBytes(UTF_8);
    private static final AddressRule ANY = _ -> {};
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void aBodyThatIsTakenIsSentOnce() {
        try (Receiver receiver = new Receiver(204)) {
            assertThat(post(receiver.url())).isEqualTo(new Sent());

            assertThat(receiver.requests)
                    .singleElement()
                    .satisfies(request -> {
                        assertThat(request.method()).isEqualTo("POST");
                        assertThat(request.path()).isEqualTo("/hook");
                        assertThat(request.headers().first("Content-Type"))
                                .isEqualTo("application/json; charset=utf-8");
                        assertThat(request.headers().first("User-Agent")).isEqualTo("bellwether");
                        assertThat(request.body()).isEqualTo(BODY);
                    });
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void troubleOfTheOtherSideIsTriedAgainWithLongerPauses() {
        try (Receiver receiver = new Receiver(500, 429)) {
            assertThat(post(receiver.url())).isEqualTo(new Sent());

            assertThat(receiver.requests).hasSize(3);
            assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
        }
    }

    @Test
    void threeTriesAreTheEnd() {
        try (Receiver receiver = new Receiver(500, 502, 503)) {
            assertThat(post(receiver.url())).isEqualTo(new Unreachable("answered 503, 3 tries"));

            assertThat(receiver.requests).hasSize(3);
            assertThat(pauses).hasSize(2);
        }
    }

    @Test
    void whoHangsIsTriedThreeTimesAndGivenUp() {
        try (Receiver receiver = new Receiver(Receiver.HANG, Receiver.HANG, Receiver.HANG)) {
            assertThat(post(receiver.url()))
                    .isEqualTo(new Unreachable("no answer (InterruptedIOException), 3 tries"));

            assertThat(receiver.requests).hasSize(3);
        }
    }

    @Test
    void nobodyThereIsGivenUpAfterThreeTries() {
        HttpUrl url;
        try (Receiver receiver = new Receiver()) {
            url = receiver.url();
        }

        assertThat(post(url)).isEqualTo(new Unreachable("no answer (ConnectException), 3 tries"));
    }

    @Test
    void oneTryMayBeAllThatThereIs() {
        try (Receiver receiver = new Receiver(500)) {
            HttpPost once = new HttpPost(client(ANY, Dns.SYSTEM), 1, pauses::add);

            assertThat(once.post(receiver.url(), BODY, () -> Headers.of()))
                    .isEqualTo(new Unreachable("answered 500, one try"));

            assertThat(receiver.requests).hasSize(1);
            assertThat(pauses).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 413})
    void whatTheOtherSideWillNeverTakeIsNotTriedAgain(int status) {
        try (Receiver receiver = new Receiver(status)) {
            assertThat(post(receiver.url())).isEqualTo(new Refused("answered " + status));

            assertThat(receiver.requests).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        try (Receiver receiver = new Receiver(status)) {
            assertThat(post(receiver.url()))
                    .isEqualTo(
                            new Refused(
                                    "answered %d, and redirects are not followed"
                                            .formatted(status)));

            assertThat(receiver.requests).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1", "2130706433", "localhost", "[::ffff:127.0.0.1]"})
    void theGuardStandsBeforeEveryWayToWriteAnAddress(String host) {
        try (Receiver receiver = new Receiver()) {
            HttpPost guarded =
                    new HttpPost(client(new PublicAddresses(), Dns.SYSTEM), 3, pauses::add);

            assertThat(guarded.post(receiver.url(host), BODY, () -> Headers.of()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused ->
                                    assertThat(refused.reason())
                                            .contains("127.0.0.1 is refused: loopback"));

            assertThat(receiver.requests).isEmpty();
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void aNameWithOnePrivateAddressIsRefusedAsAWhole() {
        try (Receiver receiver = new Receiver()) {
            Dns both = _ -> List.of(address("8.8.8.8"), address("127.0.0.1"));
            HttpPost guarded = new HttpPost(client(new PublicAddresses(), both), 3, pauses::add);

            assertThat(guarded.post(receiver.url("hook.example.com"), BODY, () -> Headers.of()))
                    .isInstanceOf(Refused.class);

            assertThat(receiver.requests).isEmpty();
        }
    }

    /// The rule is asked twice: for the name's addresses, and for the one that is connected to. An
    /// address that was fine the first time does not pass the second.
    @Test
    void anAddressIsLookedAtWhenItIsConnectedTo() {
        try (Receiver receiver = new Receiver()) {
            AtomicInteger asked = new AtomicInteger();
            AddressRule rebound =
                    address -> {
                        if (asked.incrementAndGet() > 1) {
                            throw new RefusedAddressException(address + " is refused: rebound");
                        }
                    };
            HttpPost guarded =
                    new HttpPost(
                            client(rebound, _ -> List.of(address("127.0.0.1"))), 3, pauses::add);

            assertThat(guarded.post(receiver.url("hook.example.com"), BODY, () -> Headers.of()))
                    .isInstanceOf(Refused.class);

            assertThat(asked).hasValue(2);
            assertThat(receiver.requests).isEmpty();
        }
    }

    @Test
    void theFunctionsClientSpeaksNoPlainHttp() {
        try (Receiver receiver = new Receiver()) {
            HttpPost strict = new HttpPost(HttpPost.client(ANY), 3, pauses::add);

            assertThat(strict.post(receiver.url(), BODY, () -> Headers.of()))
                    .isEqualTo(new Refused("only https:// addresses are called"));

            assertThat(receiver.requests).isEmpty();
        }
    }

    @Test
    void theFunctionsClientIsPatientForFourSecondsAndRepeatsNothing() {
        OkHttpClient client = HttpPost.client(new PublicAddresses());

        assertThat(client.callTimeoutMillis()).isEqualTo(4000);
        assertThat(client.connectTimeoutMillis()).isEqualTo(2000);
        assertThat(client.followRedirects()).isFalse();
        assertThat(client.followSslRedirects()).isFalse();
        assertThat(client.retryOnConnectionFailure()).isFalse();
    }

    private SendOutcome post(HttpUrl url) {
        return new HttpPost(client(ANY, Dns.SYSTEM), 3, pauses::add)
                .post(url, BODY, () -> Headers.of());
    }

    private static OkHttpClient client(AddressRule rule, Dns names) {
        return HttpPost.builder(rule, names, PATIENCE).build();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
