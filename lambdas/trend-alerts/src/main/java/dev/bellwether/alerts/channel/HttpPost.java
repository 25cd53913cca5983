package dev.bellwether.alerts.channel;

import dev.bellwether.alerts.channel.SendOutcome.Refused;
import dev.bellwether.alerts.channel.SendOutcome.Sent;
import dev.bellwether.alerts.channel.SendOutcome.Unreachable;
import java.io.IOException;
import java.net.Proxy;
import java.net.UnknownServiceException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// POSTs of JSON with a few tries. A 2xx is the end, and so is any answer that another try would
/// get again; 429, 5xx and silence are tried again. Addresses are kept out of reasons: they may be
/// secrets.
public final class HttpPost {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(4);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_CLIENT_ERROR = 400;

    private final OkHttpClient client;
    private final int tries;
    private final Pause pause;

    /// @param client as [#client] makes it
    /// @param tries at least one
    public HttpPost(OkHttpClient client, int tries, Pause pause) {
        this.client = client;
        this.tries = tries;
        this.pause = pause;
    }

    /// A client that speaks https:// only, connects to what the rule lets through only, follows no
    /// redirect, uses no proxy, and repeats nothing by itself.
    public static OkHttpClient client(AddressRule rule) {
        return builder(rule, Dns.SYSTEM, WHOLE_CALL)
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                .build();
    }

    static OkHttpClient.Builder builder(AddressRule rule, Dns names, Duration wholeCall) {
        return new OkHttpClient.Builder()
                .dns(new GuardedNames(names, rule))
                .socketFactory(new GuardedSockets(rule))
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectTimeout(CONNECT)
                .readTimeout(wholeCall)
                .writeTimeout(wholeCall)
                .callTimeout(wholeCall);
    }

    /// Posts the body; the headers are asked for before each try.
    SendOutcome post(HttpUrl url, byte[] body, Supplier<Headers> headers) {
        Duration wait = FIRST_PAUSE;
        for (int number = 1; ; number++) {
            SendOutcome outcome = tryOnce(url, body, headers.get());
            if (!(outcome instanceof Unreachable(String reason))) {
                return outcome;
            }
            if (number >= tries) {
                return new Unreachable(
                        "%s, %s".formatted(reason, number == 1 ? "one try" : number + " tries"));
            }
            pause.pause(wait);
            wait = wait.multipliedBy(2);
        }
    }

    private SendOutcome tryOnce(HttpUrl url, byte[] body, Headers headers) {
        Request request =
                new Request.Builder()
                        .url(url)
                        .headers(headers)
                        .header("User-Agent", "bellwether")
                        .post(RequestBody.create(body, JSON))
                        .build();
        try (Response response = client.newCall(request).execute()) {
            return outcome(response.code());
        } catch (UnknownServiceException e) {
            return new Refused("only https:// addresses are called");
        } catch (IOException e) {
            RefusedAddressException refused = refused(e);
            return refused != null
                    ? new Refused(String.valueOf(refused.getMessage()))
                    : new Unreachable("no answer (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static SendOutcome outcome(int status) {
        if (status == TOO_MANY_REQUESTS || status >= FIRST_SERVER_ERROR) {
            return new Unreachable("answered " + status);
        }
        if (status >= FIRST_CLIENT_ERROR) {
            return new Refused("answered " + status);
        }
        return status >= FIRST_REDIRECT
                ? new Refused("answered %d, and redirects are not followed".formatted(status))
                : new Sent();
    }

    private static @Nullable RefusedAddressException refused(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedAddressException refused) {
                return refused;
            }
        }
        return null;
    }
}
