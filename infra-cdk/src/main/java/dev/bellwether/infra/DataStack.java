package dev.bellwether.infra;

import dev.bellwether.infra.alarm.AlarmTopic;
import dev.bellwether.infra.alarm.Alarms;
import dev.bellwether.infra.data.AlertTopic;
import dev.bellwether.infra.data.LakeBuckets;
import dev.bellwether.infra.data.LakeCatalog;
import dev.bellwether.infra.data.QueryWorkgroup;
import dev.bellwether.infra.settings.Home;
import dev.bellwether.infra.settings.PipelineSettings;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableProps;
import software.amazon.awscdk.services.kinesis.Stream;
import software.amazon.awscdk.services.kinesis.StreamEncryption;
import software.amazon.awscdk.services.kinesis.StreamMode;
import software.amazon.awscdk.services.kinesis.StreamProps;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/// What keeps state. The lake stays when the stack goes; everything else can be built again from
/// it.
public final class DataStack extends Stack {
    private final Bucket lake;
    private final Bucket failures;
    private final Stream quotes;
    private final Table market;
    private final Topic alerts;
    private final Alarms alarms;

    DataStack(Construct scope, String id, StackProps props, Home home, PipelineSettings settings) {
        super(scope, id, props);
        lake = LakeBuckets.lake(this, "Lake");
        failures = LakeBuckets.failures(this, "Failures");
        quotes = quoteStream();
        market = marketTable();
        alerts =
                AlertTopic.create(
                        this,
                        "Alerts",
                        settings.emails(),
                        settings.phones(),
                        settings.alerts().filter());
        alarms = new Alarms(AlarmTopic.create(this, "Alarms", settings.emails()));
        new LakeCatalog(
                this,
                "Catalog",
                lake,
                settings.lakeStart(),
                settings.lakeEnd(),
                home.tableDefinitions());
        new QueryWorkgroup(this, "Queries", lake, home.queries());
    }

    private Stream quoteStream() {
        // 500 symbols twice a minute are 2 % of one shard. A day is longer than any retry lasts.
        return new Stream(
                this,
                "Quotes",
                StreamProps.builder()
                        .streamMode(StreamMode.PROVISIONED)
                        .shardCount(1)
                        .encryption(StreamEncryption.MANAGED)
                        .retentionPeriod(Duration.hours(24))
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build());
    }

    private Table marketTable() {
        return new Table(
                this,
                "Market",
                TableProps.builder()
                        .partitionKey(text("symbol"))
                        .sortKey(text("sk"))
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .stream(StreamViewType.NEW_AND_OLD_IMAGES)
                        .timeToLiveAttribute("expires_at")
                        .pointInTimeRecoverySpecification(
                                PointInTimeRecoverySpecification.builder()
                                        .pointInTimeRecoveryEnabled(true)
                                        .recoveryPeriodInDays(7)
                                        .build())
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build());
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }

    /// The bucket of the lake.
    public Bucket lake() {
        return lake;
    }

    /// The bucket of records that failed for good.
    public Bucket failures() {
        return failures;
    }

    /// The stream of quotes.
    public Stream quotes() {
        return quotes;
    }

    /// The table of bars, quotes and alerts.
    public Table market() {
        return market;
    }

    /// The topic of alerts.
    public Topic alerts() {
        return alerts;
    }

    /// Who is told what failed.
    public Alarms alarms() {
        return alarms;
    }
}
