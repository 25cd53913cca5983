package dev.bellwether.alerts.channel;

import dev.bellwether.alerts.message.NoticeJson;
import dev.bellwether.alerts.message.Outgoing;
import dev.bellwether.alerts.message.Texts;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/// An incoming webhook of Slack, or of something that is made like it. Its whole address is the
/// secret.
public record SlackWebhook(HttpPost http, SecretSource address) implements Sender {
    @Override
    public SendOutcome send(Outgoing message) {
        String text;
        try {
            text = address.reveal();
        } catch (DeliveryFailedException e) {
            return new SendOutcome.Unreachable(String.valueOf(e.getMessage()));
        }
        HttpUrl url = HttpUrl.parse(text.strip());
        if (url == null) {
            return new SendOutcome.Refused("the parameter of the address holds none");
        }
        return http.post(url, NoticeJson.chat(Texts.of(message).chat()), () -> Headers.of());
    }
}
