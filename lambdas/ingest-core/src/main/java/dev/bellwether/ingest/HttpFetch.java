package dev.bellwether.ingest;

import dev.bellwether.ingest.HttpOutcome.Answered;
import dev.bellwether.ingest.HttpOutcome.CutOff;
import dev.bellwether.ingest.HttpOutcome.Unanswered;
import dev.bellwether.ingest.ProviderFailure.Malformed;
import dev.bellwether.ingest.ProviderFailure.Transient;
import dev.bellwether.ingest.Redaction.RedactedBytes;
import java.io.IOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// One GET against a provider. Redaction happens here, before anybody sees the answer, and no
/// exception of the HTTP client leaves this class, because its message may hold the URL and so the
/// key.
public final class HttpFetch {
    /// Eight times the largest answer known to us (an intraday month, 1 MB).
    public static final int BODY_LIMIT_BYTES = 8 * 1024 * 1024;

    private static final int CHUNK_BYTES = 64 * 1024;

    private final OkHttpClient client;
    private final int bodyLimitBytes;

    /// Takes a client as built by [#client(Duration)], and the largest decoded body that is read.
    public HttpFetch(OkHttpClient client, int bodyLimitBytes) {
        this.client = client;
        this.bodyLimitBytes = bodyLimitBytes;
    }

    /// A client whose calls end within `wholeCall`, and which follows no redirect: a redirect would
    /// carry the key elsewhere.
    public static OkHttpClient client(Duration wholeCall) {
        return new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(wholeCall)
                .callTimeout(wholeCall)
                .followRedirects(false)
                .build();
    }

    /// Gets `url`; the answer, or the failure's text, comes without what `redaction` knows.
    public HttpOutcome get(HttpUrl url, String userAgent, Redaction redaction) {
        Request request = new Request.Builder().url(url).header("User-Agent", userAgent).build();
        try (Response response = client.newCall(request).execute()) {
            return read(response, redaction);
        } catch (IOException e) {
            return new Unanswered(new Transient(describe(e, redaction)));
        }
    }

    private HttpOutcome read(Response response, Redaction redaction) {
        String encoding = response.header("Content-Encoding", "identity");
        if (!"identity".equalsIgnoreCase(encoding)) {
            // The key could hide in bytes that we cannot decode.
            return new Unanswered(
                    new Malformed(
                            "the body comes in the encoding '%s', which was not asked for"
                                    .formatted(redaction.redact(String.valueOf(encoding)))));
        }
        Buffer arrived = new Buffer();
        IOException cutBy = drain(response.body().source(), arrived);
        if (arrived.size() > bodyLimitBytes) {
            return new Unanswered(
                    new Malformed(
                            "the body is larger than the limit of %d bytes"
                                    .formatted(bodyLimitBytes)));
        }
        HttpAnswer answer = answer(response, redaction.redact(arrived.readByteArray()), redaction);
        return cutBy == null
                ? new Answered(answer)
                : new CutOff(
                        answer, new Transient("the body was cut: " + describe(cutBy, redaction)));
    }

    private @Nullable IOException drain(BufferedSource source, Buffer into) {
        try {
            while (into.size() <= bodyLimitBytes && source.read(into, CHUNK_BYTES) != -1) {
                // Reads on; what arrived before a failure is kept as evidence.
            }
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static HttpAnswer answer(Response response, RedactedBytes body, Redaction redaction) {
        return new HttpAnswer(
                redaction.redact(response.request().url().toString()),
                response.code(),
                redaction.redact(String.valueOf(response.header("Content-Type", ""))),
                retryAfter(response),
                body.bytes(),
                body.occurrences());
    }

    private static @Nullable Duration retryAfter(Response response) {
        String seconds = response.header("Retry-After");
        return seconds != null && seconds.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : null;
    }

    private static String describe(IOException e, Redaction redaction) {
        return redaction.redact(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
}
