package dev.bellwether.infra.data;

import dev.bellwether.infra.settings.AlertFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.services.kms.Alias;
import software.amazon.awscdk.services.sns.StringConditions;
import software.amazon.awscdk.services.sns.SubscriptionFilter;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.TopicProps;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sns.subscriptions.SmsSubscription;
import software.constructs.Construct;

/// Where alerts are published, and who gets them.
public final class AlertTopic {
    /// What `trend-alerts` gives a test for symbol, direction and severity.
    private static final String TEST = "test";

    private AlertTopic() {}

    /// @param emails addresses; each must confirm its subscription
    /// @param phones E.164 numbers
    /// @param filter which alerts all of them get
    public static Topic create(
            Construct scope,
            String id,
            List<String> emails,
            List<String> phones,
            AlertFilter filter) {
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
        emails.forEach(email ->
                topic.addSubscription(
                        EmailSubscription.Builder.create(email)
                                .filterPolicy(policy("email", filter))
                                .build()));
        phones.forEach(phone ->
                topic.addSubscription(
                        SmsSubscription.Builder.create(phone)
                                .filterPolicy(policy("sms", filter))
                                .build()));
        return topic;
    }

    /// A message names the protocols that it is for, so that a test of one is not sent on the
    /// other; a test has no symbol, direction or severity, and passes every filter.
    private static Map<String, SubscriptionFilter> policy(String protocol, AlertFilter filter) {
        Map<String, SubscriptionFilter> policy = new TreeMap<>();
        policy.put("channel", anyOf(List.of(protocol)));
        filter.values()
                .forEach((attribute, values) ->
                        policy.put(
                                attribute,
                                anyOf(Stream.concat(values.stream(), Stream.of(TEST)).toList())));
        return policy;
    }

    private static SubscriptionFilter anyOf(List<String> values) {
        return SubscriptionFilter.stringFilter(
                StringConditions.builder().allowlist(values).build());
    }
}
