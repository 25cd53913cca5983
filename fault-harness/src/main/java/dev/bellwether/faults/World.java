package dev.bellwether.faults;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.alerts.TrendAlertsHandler;
import dev.bellwether.alerts.TrendAlertsSettings;
import dev.bellwether.alerts.delivery.DeliverySettings;
import dev.bellwether.faults.Deliveries.Interruption;
import dev.bellwether.faults.aws.BucketClient;
import dev.bellwether.faults.aws.SimulatedBucket;
import dev.bellwether.faults.aws.SimulatedKinesis;
import dev.bellwether.faults.aws.SimulatedTable;
import dev.bellwether.faults.aws.SimulatedTable.StreamOrder;
import dev.bellwether.faults.aws.SimulatedTopic;
import dev.bellwether.faults.aws.TableClient;
import dev.bellwether.faults.aws.TopicClient;
import dev.bellwether.faults.plan.FaultPlan;
import dev.bellwether.faults.plan.SimulatedClock;
import dev.bellwether.local.function.FunctionInvoker;
import dev.bellwether.local.function.InvocationOutcome;
import dev.bellwether.local.mapping.FunctionTarget;
import dev.bellwether.local.wire.JsonService;
import dev.bellwether.stream.StreamProcessorHandler;
import dev.bellwether.stream.StreamProcessorSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// AWS as the two stream functions see it, with the real functions in it.
final class World {
    static final String QUOTES = "quotes";
    static final String CHANGES = "changes";

    private static final Instant START = Instant.parse("2025-10-29T14:00:00Z");
    private static final String TOPIC_ARN = "arn:aws:sns:us-east-1:000000000000:Alerts";
    private static final String REGION = "us-east-1";

    /// No seed has so many alerts on a day that one would wait for a digest.
    private static final DeliverySettings DELIVERY =
            DeliverySettings.from(Map.of("ALERT_BUDGET", "999"));

    private static final PojoSerializer<KinesisEvent> KINESIS_EVENTS =
            SimulatedFunction.serializer(KinesisEvent.class);
    private static final PojoSerializer<DynamodbEvent> TABLE_EVENTS =
            SimulatedFunction.serializer(DynamodbEvent.class);

    final SimulatedClock clock = new SimulatedClock(START);
    final Deliveries deliveries = new Deliveries();
    final Attempts attempts = new Attempts();
    final SimulatedBucket lake = new SimulatedBucket("lake");
    final SimulatedBucket failures = new SimulatedBucket("failures");
    final SimulatedTopic topic = new SimulatedTopic(TOPIC_ARN, deliveries::published);
    final FaultPlan plan;
    final SimulatedKinesis kinesis;
    final SimulatedTable table;
    private final Alterations alterations;

    /// What goes wrong with the quotes' function: in some seeds nothing, so that the faults, of
    /// which there are so many and no more, are left to the alerts.
    private final FaultPlan planOfQuotes;

    private final SimulatedFunction<KinesisEvent> streamProcessor;
    private final SimulatedFunction<DynamodbEvent> trendAlerts;

    World(FaultPlan plan, Alterations alterations) {
        this.plan = plan;
        this.alterations = alterations;
        this.planOfQuotes = plan.below(2) == 0 ? FaultPlan.calm() : plan;
        this.kinesis = new SimulatedKinesis(clock, plan, 1 + plan.below(3));
        this.table =
                new SimulatedTable(
                        "market",
                        plan.below(2) == 0 ? StreamOrder.OF_A_PARTITION : StreamOrder.OF_AN_ITEM,
                        clock,
                        plan,
                        1 + plan.below(3),
                        deliveries::changed);
        this.streamProcessor =
                new SimulatedFunction<>(
                        "StreamProcessor",
                        KINESIS_EVENTS,
                        this::startStreamProcessor,
                        planOfQuotes,
                        this::ended);
        this.trendAlerts =
                new SimulatedFunction<>(
                        "TrendAlerts", TABLE_EVENTS, this::startTrendAlerts, plan, this::ended);
    }

    private StreamProcessorHandler startStreamProcessor() {
        return StreamProcessorHandler.over(
                new StreamProcessorSettings(lake.name(), "market", REGION),
                alterations.table(new TableClient(table, planOfQuotes), topic),
                alterations.lake(new BucketClient(lake, planOfQuotes)),
                clock::advance);
    }

    private TrendAlertsHandler startTrendAlerts() {
        return TrendAlertsHandler.over(
                new TrendAlertsSettings(lake.name(), "market", TOPIC_ARN, REGION, DELIVERY),
                alterations.table(new TableClient(table, plan), topic),
                alterations.lake(new BucketClient(lake, plan)),
                new TopicClient(topic, plan),
                clock);
    }

    private void ended(InvocationOutcome outcome, int faults) {
        deliveries.ended(
                outcome instanceof InvocationOutcome.Answered
                        ? Interruption.FAILED_CALL
                        : Interruption.CRASH,
                faults);
    }

    /// The functions by their mappings' names, for the poller.
    Map<String, FunctionTarget> functions() {
        return Map.of(
                QUOTES, target(QUOTES, streamProcessor), CHANGES, target(CHANGES, trendAlerts));
    }

    private FunctionTarget target(String name, FunctionInvoker function) {
        return target(name, attempts, alterations.function(name, function));
    }

    private static FunctionTarget target(String name, Attempts attempts, FunctionInvoker function) {
        return new FunctionTarget(
                attempts.counting(function),
                "arn:aws:lambda:us-east-1:000000000000:function:" + name,
                "arn:aws:iam::000000000000:role/" + name);
    }

    /// What the poller asks of the services.
    JsonNode call(JsonService service, String action, JsonNode request) {
        return service == JsonService.KINESIS
                ? kinesis.call(action, request)
                : table.call(service, action, request);
    }

    /// What handlers threw.
    List<String> thrown() {
        return Stream.concat(streamProcessor.thrown().stream(), trendAlerts.thrown().stream())
                .toList();
    }
}
