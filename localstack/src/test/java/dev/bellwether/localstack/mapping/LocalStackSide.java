package dev.bellwether.localstack.mapping;

import dev.bellwether.localstack.AwsClients;
import dev.bellwether.localstack.LocalStack;
import dev.bellwether.localstack.mapping.MappingCase.Destination;
import dev.bellwether.localstack.mapping.MappingCase.Settings;
import dev.bellwether.localstack.mapping.MappingCase.Source;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.Runtime;

/// LocalStack's mappings, made through Lambda's own interface.
final class LocalStackSide implements Side {
    private static final String ROLE = "arn:aws:iam::" + AwsClients.ACCOUNT + ":role/puppet";

    private final LambdaClient lambda;
    private final Sources sources;
    private final ConcurrentLinkedQueue<String> mappings = new ConcurrentLinkedQueue<>();

    /// Each invocation beside others is another container: so few cases begin at a time.
    private final Semaphore beginners = new Semaphore(2, true);

    LocalStackSide(LocalStack localStack, URI controller) {
        AwsClients clients = localStack.clients();
        lambda = clients.lambda();
        sources =
                Sources.of(
                        clients.kinesis(),
                        clients.dynamoDb(),
                        clients.dynamoDbStreams(),
                        clients.sqs(),
                        clients.s3());
        // It starts engines with the first call, and does not bear a second one meanwhile.
        clients.kinesis().listStreams();
        clients.dynamoDb().listTables();
        createFunction(Functions.PUPPET, Functions.TIMEOUT, controller);
        createFunction(Functions.SLOW_PUPPET, Functions.SHORT_TIMEOUT, controller);
    }

    private void createFunction(String name, Duration timeout, URI controller) {
        lambda.createFunction(request ->
                request.functionName(name)
                        .runtime(Runtime.fromValue("java25"))
                        .handler(Functions.HANDLER)
                        .role(ROLE)
                        .memorySize(256)
                        .timeout(Math.toIntExact(timeout.toSeconds()))
                        .environment(environment ->
                                environment.variables(
                                        Map.of(PuppetHandler.CONTROLLER, controller.toString())))
                        .code(code -> code.zipFile(SdkBytes.fromByteArray(Functions.jar()))));
        lambda.waiter().waitUntilFunctionActiveV2(request -> request.functionName(name));
    }

    @Override
    public Name name() {
        return Name.LOCALSTACK;
    }

    @Override
    public Sources sources() {
        return sources;
    }

    @Override
    public void open(MappingCase row, Stage stage) {
        beginners.acquireUninterruptibly();
        try {
            mappings.add(lambda.createEventSourceMapping(request(row)).uuid());
            stage.await(Duration.ofSeconds(3), () -> stage.count() > 0);
        } finally {
            beginners.release();
        }
    }

    private CreateEventSourceMappingRequest request(MappingCase row) {
        Settings settings = row.settings();
        var request =
                CreateEventSourceMappingRequest.builder()
                        .functionName(Functions.nameFor(row))
                        .eventSourceArn(sources.arn(row))
                        .batchSize(settings.batchSize())
                        .maximumBatchingWindowInSeconds(settings.windowSeconds());
        if (row.source() != Source.QUEUE) {
            request.startingPosition(settings.startingPosition())
                    .maximumRetryAttempts(settings.retries())
                    .maximumRecordAgeInSeconds(settings.ageSeconds())
                    .bisectBatchOnFunctionError(settings.bisect());
        }
        if (settings.report()) {
            request.functionResponseTypes(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES);
        }
        if (!settings.filters().isEmpty()) {
            List<Filter> filters =
                    settings.filters().stream()
                            .map(pattern -> Filter.builder().pattern(pattern).build())
                            .toList();
            request.filterCriteria(criteria -> criteria.filters(filters));
        }
        if (settings.destination() != Destination.NONE) {
            request.destinationConfig(config ->
                    config.onFailure(failure -> failure.destination(sources.destinationArn(row))));
        }
        return request.build();
    }

    @Override
    public void letPass(MappingCase row, Stage stage, Duration time) {
        stage.await(time, () -> false);
    }

    @Override
    public void beforePut(MappingCase row) {
        // Its clock is everybody's.
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(90);
    }

    /// Leaves the next class of the suite a LocalStack that polls nothing of ours.
    @Override
    public void close() {
        mappings.forEach(uuid -> lambda.deleteEventSourceMapping(request -> request.uuid(uuid)));
        for (String name : List.of(Functions.PUPPET, Functions.SLOW_PUPPET)) {
            lambda.deleteFunction(request -> request.functionName(name));
        }
    }
}
