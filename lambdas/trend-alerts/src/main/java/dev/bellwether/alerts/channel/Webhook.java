package dev.bellwether.alerts.channel;

import dev.bellwether.alerts.message.NoticeJson;
import dev.bellwether.alerts.message.Outgoing;
import java.time.InstantSource;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/// A program's address: signed JSON, and a key by which it recognises a repetition.
///
/// @param secret of the signature
/// @param clock of the signature's time
public record Webhook(HttpPost http, HttpUrl url, SecretSource secret, InstantSource clock)
        implements Sender {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    @Override
    public SendOutcome send(Outgoing message) {
        String key;
        try {
            key = secret.reveal();
        } catch (DeliveryFailedException e) {
            // Not thrown on: a webhook's trouble may not hold up the stream.
            return new SendOutcome.Unreachable(String.valueOf(e.getMessage()));
        }
        if (key.isBlank()) {
            return new SendOutcome.Refused("the parameter of the secret holds none");
        }
        byte[] body = NoticeJson.webhook(message);
        return http.post(
                url,
                body,
                () ->
                        Headers.of(
                                IDEMPOTENCY_KEY,
                                message.idempotencyKey(),
                                Signature.HEADER,
                                Signature.of(body, key, clock.instant())));
    }
}
