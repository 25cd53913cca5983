package dev.bellwether.infra.alarm;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/// Where failures of the pipeline are published, apart from alerts about the market: no filter
/// keeps one back.
public final class AlarmTopic {
    private AlarmTopic() {}

    /// @param emails addresses; each must confirm its subscription
    public static Topic create(Construct scope, String id, List<String> emails) {
        // Without a key: EventBridge and CloudWatch may not use the one that AWS keeps for SNS, one
        // of our own would cost a dollar a month, and what is told are names of jobs and reasons.
        Topic topic =
                Topic.Builder.create(scope, id)
                        .displayName("Bellwether alarms")
                        .enforceSsl(true)
                        .build();
        // EventBridge's right comes with each rule.
        topic.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .effect(Effect.ALLOW)
                        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                        .actions(List.of("sns:Publish"))
                        .resources(List.of(topic.getTopicArn()))
                        .conditions(
                                new TreeMap<>(
                                        Map.of(
                                                "StringEquals",
                                                Map.of("aws:SourceAccount", Aws.ACCOUNT_ID),
                                                "ArnLike",
                                                Map.of("aws:SourceArn", alarms(scope)))))
                        .build());
        emails.forEach(email -> topic.addSubscription(new EmailSubscription(email)));
        return topic;
    }

    private static String alarms(Construct scope) {
        return Stack.of(scope)
                .formatArn(
                        ArnComponents.builder()
                                .service("cloudwatch")
                                .resource("alarm")
                                .resourceName("*")
                                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                                .build());
    }
}
