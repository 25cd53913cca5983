package dev.bellwether.infra.data;

import java.util.List;
import software.amazon.awscdk.services.kms.Alias;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.TopicProps;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sns.subscriptions.SmsSubscription;
import software.constructs.Construct;

/// Where alerts are published, and who gets them.
public final class AlertTopic {
    private AlertTopic() {}

    /// @param emails addresses; each must confirm its subscription
    /// @param phones E.164 numbers
    public static Topic create(
            Construct scope, String id, List<String> emails, List<String> phones) {
        Topic topic =
                new Topic(
                        scope,
                        id,
                        TopicProps.builder()
                                .displayName("Bellwether")
                                // The key that AWS keeps for SNS; it costs nothing.
                                .masterKey(Alias.fromAliasName(scope, id + "Key", "alias/aws/sns"))
                                .enforceSsl(true)
                                .build());
        emails.forEach(email -> topic.addSubscription(new EmailSubscription(email)));
        phones.forEach(phone -> topic.addSubscription(new SmsSubscription(phone)));
        return topic;
    }
}
