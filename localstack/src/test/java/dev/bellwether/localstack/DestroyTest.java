package dev.bellwether.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/// After `cdk destroy` exactly what the templates retain is left.
@OnLocalStack
@Order(90)
final class DestroyTest {
    /// LocalStack logs there whatever group a function names, and leaves it; on AWS the groups of
    /// the template are used, and go.
    private static final String LOG_OF_LOCALSTACK = "/aws/lambda/";

    @Test
    void whatIsLeftIsWhatTheTemplatesRetain(
            LocalStack localStack, Deployment deployment, CdkCommand cdk) {
        Set<String> retained = new TreeSet<>();
        Set<String> ours = new TreeSet<>();
        for (Deployment.Resource resource : deployment.resources()) {
            ours.add(resource.physicalId());
            if (resource.declared().path("DeletionPolicy").asText().equals("Retain")) {
                retained.add(resource.physicalId());
            }
        }
        assertThat(left(localStack.clients())).containsAll(retained).hasSizeGreaterThan(20);

        Timings.measured("destroyed", () -> cdk.destroy(deployment.assembly()));

        Set<String> left = new TreeSet<>(left(localStack.clients()));
        left.retainAll(ours);
        // A bucket's policy has the bucket's name, so names of retained buckets cover it.
        assertThat(left).isEqualTo(retained).hasSize(2);
        assertThat(deployment.stacks())
                .allSatisfy(
                        stack -> assertThat(stacks(localStack.clients())).doesNotContain(stack));
    }

    private static List<String> stacks(AwsClients clients) {
        return clients.cloudFormation().listStacksPaginator().stackSummaries().stream()
                .filter(stack -> stack.stackStatus() != StackStatus.DELETE_COMPLETE)
                .map(stack -> stack.stackName())
                .toList();
    }

    /// Names and addresses, as CloudFormation's Ref gives them, of everything in the account of the
    /// kinds that LocalStack really makes.
    private static List<String> left(AwsClients clients) {
        List<String> names = new ArrayList<>();
        clients.s3().listBuckets().buckets().forEach(bucket -> names.add(bucket.name()));
        names.addAll(clients.dynamoDb().listTables().tableNames());
        names.addAll(clients.kinesis().listStreams().streamNames());
        names.addAll(clients.sqs().listQueues().queueUrls());
        clients.sns().listTopics().topics().forEach(topic -> names.add(topic.topicArn()));
        clients.sns()
                .listSubscriptions()
                .subscriptions()
                .forEach(subscription -> names.add(subscription.subscriptionArn()));
        clients.lambda()
                .listFunctionsPaginator()
                .functions()
                .forEach(function -> names.add(function.functionName()));
        clients.lambda()
                .listEventSourceMappingsPaginator()
                .eventSourceMappings()
                .forEach(mapping -> names.add(mapping.uuid()));
        clients.scheduler()
                .listSchedulesPaginator(list -> {})
                .schedules()
                .forEach(schedule -> names.add(schedule.name()));
        clients.scheduler()
                .listScheduleGroupsPaginator(list -> {})
                .scheduleGroups()
                .forEach(group -> names.add(group.name()));
        clients.iam().listRolesPaginator().roles().forEach(role -> names.add(role.roleName()));
        clients.logs().describeLogGroupsPaginator(list -> {}).logGroups().stream()
                .filter(group -> !group.logGroupName().startsWith(LOG_OF_LOCALSTACK))
                .forEach(group -> names.add(group.logGroupName()));
        return names;
    }
}
