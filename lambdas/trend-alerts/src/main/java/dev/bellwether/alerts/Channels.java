package dev.bellwether.alerts;

import dev.bellwether.alerts.channel.Channel;
import dev.bellwether.alerts.channel.HttpPost;
import dev.bellwether.alerts.channel.Pause;
import dev.bellwether.alerts.channel.PublicAddresses;
import dev.bellwether.alerts.channel.Sender;
import dev.bellwether.alerts.channel.SlackWebhook;
import dev.bellwether.alerts.channel.SnsTopic;
import dev.bellwether.alerts.channel.SsmSecret;
import dev.bellwether.alerts.channel.Webhook;
import dev.bellwether.alerts.delivery.DeliveryMode;
import dev.bellwether.alerts.delivery.DeliverySettings;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import okhttp3.HttpUrl;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/// The channels that the settings name.
final class Channels {
    private static final int TRIES = 3;

    private Channels() {}

    /// The topic always; webhooks behind the guard against private addresses. Where nothing may
    /// repeat, a webhook has one try.
    static Map<Channel, Sender> of(
            DeliverySettings settings,
            String topicArn,
            SnsClient sns,
            SsmClient ssm,
            InstantSource clock) {
        int tries = settings.mode() == DeliveryMode.AT_MOST_ONCE ? 1 : TRIES;
        HttpPost http =
                new HttpPost(HttpPost.client(new PublicAddresses()), tries, Pause::onWallClock);
        Map<Channel, Sender> senders = new EnumMap<>(Channel.class);
        senders.put(Channel.TOPIC, new SnsTopic(sns, topicArn));
        settings.webhook()
                .ifPresent(address ->
                        senders.put(
                                Channel.WEBHOOK,
                                new Webhook(
                                        http,
                                        HttpUrl.get(address),
                                        new SsmSecret(
                                                ssm,
                                                settings.webhookSecretParameter().orElseThrow(),
                                                clock),
                                        clock)));
        settings.slackWebhookParameter()
                .ifPresent(parameter ->
                        senders.put(
                                Channel.SLACK,
                                new SlackWebhook(http, new SsmSecret(ssm, parameter, clock))));
        return senders;
    }
}
