package dev.bellwether.localstack;

import static java.util.stream.Collectors.toMap;

import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudformation.waiters.CloudFormationWaiter;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.model.Target;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/// The contracts' template deployed into LocalStack.
///
/// Schedules never fire there: [#fire] does what Scheduler would, with the target and the input
/// that LocalStack has of the schedule.
final class LocalStackUnderTest implements AwsUnderTest {

    private final LocalStack localStack;
    private final AwsClients clients;
    private final String stack;
    private final Map<String, String> refs;

    private LocalStackUnderTest(LocalStack localStack, String stack, Map<String, String> refs) {
        this.localStack = localStack;
        this.clients = localStack.clients();
        this.stack = stack;
        this.refs = refs;
    }

    static LocalStackUnderTest deploy(LocalStack localStack, ContractsAssembly assembly) {
        AwsClients clients = localStack.clients();
        clients.s3().createBucket(create -> create.bucket(ContractsAssembly.CODE_BUCKET));
        clients.s3()
                .putObject(
                        put ->
                                put.bucket(ContractsAssembly.CODE_BUCKET)
                                        .key(ContractsAssembly.CODE_KEY),
                        assembly.code());
        clients.ssm()
                .putParameter(put ->
                        put.name(Declared.SECRET_NAME)
                                .type(ParameterType.SECURE_STRING)
                                .value(Declared.SECRET_VALUE)
                                .overwrite(true));
        String stack = "Contracts-" + UUID.randomUUID().toString().substring(0, 8);
        CloudFormationClient cloudFormation = clients.cloudFormation();
        cloudFormation.createStack(create ->
                create.stackName(stack)
                        .templateBody(assembly.template())
                        .capabilities(Capability.CAPABILITY_IAM));
        waiter(cloudFormation).waitUntilStackCreateComplete(wait -> wait.stackName(stack));
        return new LocalStackUnderTest(
                localStack,
                stack,
                cloudFormation
                        .describeStackResources(describe -> describe.stackName(stack))
                        .stackResources()
                        .stream()
                        .collect(
                                toMap(
                                        StackResource::logicalResourceId,
                                        StackResource::physicalResourceId)));
    }

    // Its own waiter looks every half a minute.
    private static CloudFormationWaiter waiter(CloudFormationClient cloudFormation) {
        return CloudFormationWaiter.builder()
                .client(cloudFormation)
                .overrideConfiguration(override ->
                        override.maxAttempts(600)
                                .backoffStrategyV2(
                                        BackoffStrategy.fixedDelayWithoutJitter(
                                                Duration.ofMillis(200))))
                .build();
    }

    @Override
    public S3Client s3() {
        return clients.s3();
    }

    @Override
    public DynamoDbClient dynamoDb() {
        return clients.dynamoDb();
    }

    @Override
    public DynamoDbStreamsClient dynamoDbStreams() {
        return clients.dynamoDbStreams();
    }

    @Override
    public KinesisClient kinesis() {
        return clients.kinesis();
    }

    @Override
    public SqsClient sqs() {
        return clients.sqs();
    }

    @Override
    public SnsClient sns() {
        return clients.sns();
    }

    @Override
    public SsmClient ssm() {
        return clients.ssm();
    }

    @Override
    public String ref(String logicalId) {
        return Objects.requireNonNull(refs.get(logicalId), logicalId);
    }

    @Override
    public List<String> sentTo(String phone) {
        return LocalStackSms.textsTo(localStack, phone);
    }

    @Override
    public Optional<String> fire(String scheduleLogicalId, Instant scheduledTime) {
        Target target =
                clients.scheduler().getSchedule(get -> get.name(ref(scheduleLogicalId))).target();
        String input =
                target.input()
                        .replace(
                                "<aws.scheduler.scheduled-time>",
                                scheduledTime.truncatedTo(ChronoUnit.SECONDS).toString());
        return target.arn().startsWith("arn:aws:lambda:")
                ? Optional.of(invoke(target.arn(), input))
                : send(target.arn(), input);
    }

    private String invoke(String functionArn, String event) {
        InvokeResponse answer =
                clients.lambda()
                        .invoke(invoke ->
                                invoke.functionName(functionArn)
                                        .payload(SdkBytes.fromUtf8String(event)));
        if (answer.functionError() != null) {
            throw new IllegalStateException(answer.payload().asUtf8String());
        }
        return answer.payload().asUtf8String();
    }

    private Optional<String> send(String queueArn, String message) {
        String name = queueArn.substring(queueArn.lastIndexOf(':') + 1);
        String url = clients.sqs().getQueueUrl(get -> get.queueName(name)).queueUrl();
        clients.sqs().sendMessage(send -> send.queueUrl(url).messageBody(message));
        return Optional.empty();
    }

    /// A LocalStack that somebody else runs is left without our stack.
    @Override
    public void close() {
        if (localStack.isOurs()) {
            return;
        }
        empty(ref(Declared.BUCKET));
        empty(ContractsAssembly.CODE_BUCKET);
        clients.s3().deleteBucket(delete -> delete.bucket(ContractsAssembly.CODE_BUCKET));
        clients.ssm().deleteParameter(delete -> delete.name(Declared.SECRET_NAME));
        clients.cloudFormation().deleteStack(delete -> delete.stackName(stack));
        waiter(clients.cloudFormation())
                .waitUntilStackDeleteComplete(wait -> wait.stackName(stack));
    }

    private void empty(String bucket) {
        clients.s3().listObjectVersionsPaginator(list -> list.bucket(bucket)).stream()
                .flatMap(page ->
                        Stream.concat(
                                page.versions().stream()
                                        .map(version ->
                                                Map.entry(version.key(), version.versionId())),
                                page.deleteMarkers().stream()
                                        .map(marker ->
                                                Map.entry(marker.key(), marker.versionId()))))
                .forEach(version ->
                        clients.s3()
                                .deleteObject(delete ->
                                        delete.bucket(bucket)
                                                .key(version.getKey())
                                                .versionId(version.getValue())));
    }
}
