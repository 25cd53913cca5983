package dev.bellwether.infra;

import dev.bellwether.infra.etl.LakeCrawler;
import dev.bellwether.infra.etl.LakeEtlJob;
import dev.bellwether.infra.pipeline.MarketSchedules;
import dev.bellwether.infra.pipeline.MarketSchedules.Delivery;
import dev.bellwether.infra.pipeline.PipelineFunction;
import dev.bellwether.infra.pipeline.Rights;
import dev.bellwether.infra.pipeline.StreamTrigger;
import dev.bellwether.infra.settings.EtlSettings;
import dev.bellwether.infra.settings.Home;
import dev.bellwether.infra.settings.PipelineSettings;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/// What works on the data: the functions, each with what starts it.
public final class PipelineStack extends Stack {
    private final Home home;
    private final DataStack data;
    private final PipelineSettings settings;
    private final CfnScheduleGroup scheduleGroup;
    private final MarketSchedules schedules;

    PipelineStack(
            Construct scope,
            String id,
            StackProps props,
            Home home,
            DataStack data,
            PipelineSettings settings) {
        super(scope, id, props);
        this.home = home;
        this.data = data;
        this.settings = settings;
        scheduleGroup =
                CfnScheduleGroup.Builder.create(this, "Schedules").name("bellwether").build();
        schedules = new MarketSchedules(this, scheduleGroup);
        ingestAlphaVantage();
        ingestYahoo();
        streamProcessor();
        new AlertFunctions(this, home, data, settings.alerts()).create(schedules);
        new LakeEtlJob(this, home, data.lake()).create(settings.etl(), schedules);
        data.alarms()
                .onGlueJob(this, "LakeEtlFailed", "bellwether-lake-etl-failed", LakeEtlJob.NAME);
        if (settings.etl().crawler() == EtlSettings.Crawler.YES) {
            LakeCrawler.create(this, data.lake(), schedules);
        }
    }

    /// The group that all schedules are in.
    CfnScheduleGroup scheduleGroup() {
        return scheduleGroup;
    }

    private void ingestAlphaVantage() {
        Function function =
                new PipelineFunction(
                                "IngestAlphaVantage",
                                "ingest-alphavantage",
                                "dev.bellwether.ingest.alphavantage.IngestAlphaVantageHandler",
                                "Daily bars into lake and table")
                        .memory(1024)
                        // At 1.1 s a call, some 500 symbols.
                        .timeout(Duration.minutes(15))
                        .oneAtATime()
                        // No poll: the next run is a day away, and a bar may alert only on its own
                        // day. A run repeats nothing that is there already, and three runs of six
                        // symbols stay within the 25 calls a day of a free key.
                        .retried(2, Duration.hours(1))
                        .with("SYMBOLS", String.join(",", settings.symbols()))
                        .with("LAKE_BUCKET", data.lake().getBucketName())
                        .with("MARKET_TABLE", data.market().getTableName())
                        .with("ALPHAVANTAGE_KEY_PARAMETER", settings.alphaVantageKeyParameter())
                        .with(
                                "ALPHAVANTAGE_CALL_SPACING_MILLIS",
                                Integer.toString(settings.alphaVantageCallSpacingMillis()))
                        .with(
                                "PROVIDER_ENDPOINT_URL_ALPHAVANTAGE",
                                settings.endpoints().alphaVantage())
                        .may(Rights.readObjects(data.lake(), "bars/daily/"))
                        .may(
                                Rights.writeObjects(
                                        data.lake(),
                                        "bars/daily/",
                                        "raw/alphavantage/",
                                        "quarantine/"))
                        .may(Rights.items(data.market(), "BatchWriteItem"))
                        .may(Rights.readParameter(this, settings.alphaVantageKeyParameter()))
                        .create(this, home);
        schedules.start(
                "daily-bars",
                "DailyBarsSchedule",
                settings.dailySchedule(),
                Delivery.WITHIN_AN_HOUR,
                function);
    }

    private void ingestYahoo() {
        // Its schedule can fire once a minute at most: the other half minute is a delayed message.
        // A message that was not taken within half a minute dies, and so does one whose poll failed
        // (it would show again only after its end): a poll is never made up for.
        Queue halfMinute =
                Queue.Builder.create(this, "HalfMinute")
                        .deliveryDelay(Duration.seconds(30))
                        .retentionPeriod(Duration.seconds(60))
                        .visibilityTimeout(Duration.seconds(60))
                        .encryption(QueueEncryption.SQS_MANAGED)
                        .enforceSsl(true)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        Function function =
                new PipelineFunction(
                                "IngestYahoo",
                                "ingest-yahoo",
                                "dev.bellwether.ingest.yahoo.IngestYahooHandler",
                                "Quotes of the session into the stream")
                        .memory(512)
                        // Less than the half minute until the next poll.
                        .timeout(Duration.seconds(25))
                        .neverLate()
                        .with("SYMBOLS", String.join(",", settings.symbols()))
                        .with("QUOTE_STREAM", data.quotes().getStreamName())
                        .with("PROVIDER_ENDPOINT_URL_YAHOO", settings.endpoints().yahoo())
                        .may(Rights.putRecords(data.quotes()))
                        .may(StreamTrigger.rightsOfQueue(halfMinute))
                        .create(this, home);
        StreamTrigger.ofQueue(this, "HalfMinuteToIngestYahoo", function, halfMinute);
        schedules.start(
                "quotes",
                "QuotesSchedule",
                settings.quotesSchedule(),
                Delivery.NOW_OR_NEVER,
                function);
        schedules.send(
                "quotes-half-minute",
                "QuotesHalfMinuteSchedule",
                settings.quotesSchedule(),
                Delivery.NOW_OR_NEVER,
                halfMinute);
    }

    private void streamProcessor() {
        Function function =
                new PipelineFunction(
                                "StreamProcessor",
                                "stream-processor",
                                "dev.bellwether.stream.StreamProcessorHandler",
                                "Quotes of the stream into lake and table, and into bars")
                        .memory(512)
                        .timeout(Duration.seconds(60))
                        .with("LAKE_BUCKET", data.lake().getBucketName())
                        .with("MARKET_TABLE", data.market().getTableName())
                        .may(Rights.writeObjects(data.lake(), "quotes/", "quarantine/"))
                        .may(Rights.items(data.market(), "BatchWriteItem", "Query", "PutItem"))
                        .may(StreamTrigger.rightsOfStream(data.quotes(), data.failures()))
                        .create(this, home);
        StreamTrigger.ofStream(
                this,
                "QuotesToStreamProcessor",
                function,
                data.quotes(),
                settings.quotesWindowSeconds(),
                data.failures());
    }
}
