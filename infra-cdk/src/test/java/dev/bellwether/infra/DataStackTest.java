package dev.bellwether.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.alerts.channel.SnsTopic;
import dev.bellwether.infra.Templates.Declared;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DataStackTest {
    private final Templates templates = Templates.whole();

    @Test
    void bothBucketsAreClosedEncryptedAndOutliveTheStack() {
        List<Declared> buckets = templates.ofType("AWS::S3::Bucket");

        assertThat(buckets).hasSize(2);
        assertThat(buckets)
                .allSatisfy(bucket -> {
                    assertThat(bucket.at("/PublicAccessBlockConfiguration"))
                            .hasSize(4)
                            .allMatch(JsonNode::booleanValue);
                    assertThat(
                                    bucket.text(
                                            "/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/SSEAlgorithm"))
                            .isEqualTo("AES256");
                    assertThat(bucket.json().path("DeletionPolicy").asText()).isEqualTo("Retain");
                });
    }

    @Test
    void bucketsQueueAndTopicAnswerOnTlsOnly() {
        List<JsonNode> policies =
                List.of("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy")
                        .stream()
                        .flatMap(type -> templates.ofType(type).stream())
                        .map(policy -> policy.at("/PolicyDocument/Statement/0"))
                        .toList();

        assertThat(policies).hasSize(5);
        assertThat(policies)
                .allSatisfy(statement -> {
                    assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
                    assertThat(statement.at("/Condition/Bool/aws:SecureTransport").asText())
                            .isEqualTo("false");
                });
    }

    @Test
    void theLakeKeepsOldVersionsForAMonthQueryResultsForAWeekAndTrainingSetsForFive() {
        Declared lake = templates.only("AWS::S3::Bucket", "Lake");
        JsonNode rules = lake.at("/LifecycleConfiguration/Rules");

        assertThat(lake.text("/VersioningConfiguration/Status")).isEqualTo("Enabled");
        assertThat(rules.toString())
                .isEqualTo(
                        "[{\"AbortIncompleteMultipartUpload\":{\"DaysAfterInitiation\":7},\"Id\":\"tidy\","
                                + "\"NoncurrentVersionExpiration\":{\"NoncurrentDays\":30},\"Status\":\"Enabled\"},"
                                + "{\"ExpirationInDays\":7,\"Id\":\"query-results\","
                                + "\"NoncurrentVersionExpiration\":{\"NoncurrentDays\":1},"
                                + "\"Prefix\":\"athena-results/\",\"Status\":\"Enabled\"},"
                                + "{\"ExpirationInDays\":35,\"Id\":\"training-sets\","
                                + "\"NoncurrentVersionExpiration\":{\"NoncurrentDays\":1},"
                                + "\"Prefix\":\"training/\",\"Status\":\"Enabled\"}]");
    }

    @Test
    void givenUpRecordsExpire() {
        assertThat(
                        templates
                                .only("AWS::S3::Bucket", "Failures")
                                .at("/LifecycleConfiguration/Rules")
                                .toString())
                .isEqualTo(
                        "[{\"AbortIncompleteMultipartUpload\":{\"DaysAfterInitiation\":7},\"ExpirationInDays\":30,\"Id\":\"expire\",\"Status\":\"Enabled\"}]");
    }

    @Test
    void theStreamIsOneEncryptedShardKeptForADay() {
        Declared stream = templates.only("AWS::Kinesis::Stream", "Quotes");

        assertThat(stream.at("/ShardCount").asInt()).isEqualTo(1);
        assertThat(stream.text("/StreamModeDetails/StreamMode")).isEqualTo("PROVISIONED");
        assertThat(stream.at("/RetentionPeriodHours").asInt()).isEqualTo(24);
        assertThat(stream.at("/StreamEncryption").toString())
                .isEqualTo("{\"EncryptionType\":\"KMS\",\"KeyId\":\"alias/aws/kinesis\"}");
        assertThat(stream.json().path("DeletionPolicy").asText()).isEqualTo("Delete");
    }

    @Test
    void theTableStreamsBothImagesForgetsExpiredItemsAndCanBeRestored() {
        Declared table = templates.only("AWS::DynamoDB::Table", "Market");

        assertThat(table.at("/KeySchema").findValuesAsText("AttributeName"))
                .containsExactly("symbol", "sk");
        assertThat(table.text("/BillingMode")).isEqualTo("PAY_PER_REQUEST");
        assertThat(table.text("/StreamSpecification/StreamViewType"))
                .isEqualTo("NEW_AND_OLD_IMAGES");
        assertThat(table.text("/TimeToLiveSpecification/AttributeName")).isEqualTo("expires_at");
        assertThat(table.at("/PointInTimeRecoverySpecification").toString())
                .isEqualTo("{\"PointInTimeRecoveryEnabled\":true,\"RecoveryPeriodInDays\":7}");
        assertThat(table.json().path("DeletionPolicy").asText()).isEqualTo("Delete");
    }

    @Test
    void alertsGoToTheAddressesOfTheContext() {
        assertThat(
                        subscriptions("Alerts")
                                .map(subscription ->
                                        subscription.text("/Protocol")
                                                + " "
                                                + subscription.text("/Endpoint")))
                .containsExactlyInAnyOrder("email alerts@example.com", "sms +12025550123");
        assertThat(
                        templates.plain(
                                templates.only("AWS::SNS::Topic", "Alerts").at("/KmsMasterKeyId")))
                .endsWith(":alias/aws/sns");
    }

    private Stream<Declared> subscriptions(String topic) {
        return templates.ofType("AWS::SNS::Subscription").stream()
                .filter(subscription ->
                        templates
                                .plain(subscription.at("/TopicArn"))
                                .equals("${%s}".formatted(topic)));
    }

    @Test
    void everySubscriptionGetsItsProtocolsMessagesThatPassTheFilter() {
        assertThat(
                        subscriptions("Alerts")
                                .map(subscription -> subscription.at("/FilterPolicy").toString()))
                .containsExactlyInAnyOrder(
                        "{\"channel\":[\"email\"],\"severity\":[\"warning\",\"critical\",\"%s\"]}"
                                .formatted(SnsTopic.ANY),
                        "{\"channel\":[\"sms\"],\"severity\":[\"warning\",\"critical\",\"%s\"]}"
                                .formatted(SnsTopic.ANY));
    }

    @Test
    void theCatalogHoldsTheTablesAndTheView() {
        assertThat(templates.only("AWS::Glue::Database", "").text("/DatabaseInput/Name"))
                .isEqualTo("bellwether");
        assertThat(
                        templates.ofType("AWS::Glue::Table").stream()
                                .map(table -> table.text("/TableInput/Name")))
                .containsExactlyInAnyOrder(
                        "daily_bars",
                        "daily_bars_all",
                        "daily_bars_history",
                        "daily_bars_split_adjusted",
                        "daily_bars_adjusted",
                        "bars",
                        "corporate_actions",
                        "data_condition",
                        "price_cases",
                        "quotes_landing",
                        "quotes",
                        "alerts",
                        "predictions",
                        "scores",
                        "quarantine");
        assertThat(templates.ofType("AWS::Glue::Table"))
                .allSatisfy(table -> {
                    assertThat(table.text("/DatabaseName")).isEqualTo("bellwether");
                    // Athena refuses a table without the list, even an empty one.
                    assertThat(table.at("/TableInput/PartitionKeys").isArray()).isTrue();
                });
    }

    @Test
    void onlyTheDayIsAPartitionAndItIsProjected() {
        Declared alerts = table("alerts");
        JsonNode parameters = alerts.at("/TableInput/Parameters");

        assertThat(alerts.at("/TableInput/PartitionKeys").toString())
                .isEqualTo("[{\"Name\":\"dt\",\"Type\":\"string\"}]");
        assertThat(parameters.path("projection.enabled").asText()).isEqualTo("true");
        assertThat(parameters.path("projection.dt.type").asText()).isEqualTo("date");
        assertThat(parameters.path("projection.dt.format").asText()).isEqualTo("yyyy-MM-dd");
        assertThat(parameters.path("projection.dt.range").asText())
                .isEqualTo("2025-01-01,NOW+2DAYS");
        assertThat(parameters.path("projection.dt.interval").asText()).isEqualTo("1");
        assertThat(parameters.path("projection.dt.interval.unit").asText()).isEqualTo("DAYS");
        assertThat(templates.plain(parameters.path("storage.location.template")))
                .isEqualTo("s3://${Lake}/alerts/dt=${dt}");
        assertThat(table("daily_bars").at("/TableInput/PartitionKeys")).isEmpty();
        assertThat(table("daily_bars").at("/TableInput/Parameters").has("projection.enabled"))
                .isFalse();
    }

    @Test
    void tablesNameTheirSerDes() {
        assertThat(table("predictions").at("/TableInput/StorageDescriptor/SerdeInfo").toString())
                .isEqualTo(
                        "{\"Parameters\":{\"field.delim\":\",\",\"serialization.format\":\",\"},"
                                + "\"SerializationLibrary\":\"org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe\"}");
        assertThat(table("predictions").text("/TableInput/Parameters/skip.header.line.count"))
                .isEqualTo("1");
        assertThat(table("daily_bars").at("/TableInput/StorageDescriptor/SerdeInfo").toString())
                .isEqualTo(
                        "{\"Parameters\":{\"serialization.format\":\"1\"},"
                                + "\"SerializationLibrary\":\"org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe\"}");
        assertThat(table("quarantine").at("/TableInput/StorageDescriptor/SerdeInfo").toString())
                .isEqualTo(
                        "{\"Parameters\":{\"serialization.format\":\"1\"},"
                                + "\"SerializationLibrary\":\"org.apache.hive.hcatalog.data.JsonSerDe\"}");
    }

    @Test
    void theViewHasTheFormThatAthenaKeepsViewsIn() {
        List.of("quotes", "daily_bars_split_adjusted", "daily_bars_adjusted")
                .forEach(this::hasTheFormOfAView);
    }

    private void hasTheFormOfAView(String name) {
        Declared view = table(name);

        assertThat(view.text("/TableInput/TableType")).isEqualTo("VIRTUAL_VIEW");
        assertThat(view.at("/TableInput/Parameters").toString())
                .isEqualTo("{\"comment\":\"Presto View\",\"presto_view\":\"true\"}");
        assertThat(view.text("/TableInput/ViewExpandedText")).isEqualTo("/* Presto View */");
        assertThat(view.text("/TableInput/ViewOriginalText")).startsWith("/* Presto View: ");
        // The CDK leaves out what is empty, unless it is made to keep it.
        assertThat(view.at("/TableInput/StorageDescriptor/SerdeInfo").toString()).isEqualTo("{}");
        assertThat(view.at("/TableInput/StorageDescriptor/Location").asText("missing")).isEmpty();
    }

    @Test
    void aQueryCannotScanWithoutLimit() {
        JsonNode workgroup =
                templates.only("AWS::Athena::WorkGroup", "").at("/WorkGroupConfiguration");

        assertThat(workgroup.path("EnforceWorkGroupConfiguration").asBoolean()).isTrue();
        assertThat(workgroup.path("BytesScannedCutoffPerQuery").asLong())
                .isEqualTo(10_000_000_000L);
        assertThat(workgroup.path("PublishCloudWatchMetricsEnabled").asBoolean()).isTrue();
        assertThat(templates.plain(workgroup.at("/ResultConfiguration/OutputLocation")))
                .isEqualTo("s3://${Lake}/athena-results/");
        assertThat(
                        workgroup
                                .at("/ResultConfiguration/EncryptionConfiguration/EncryptionOption")
                                .asText())
                .isEqualTo("SSE_S3");
    }

    @Test
    void theWorkgroupIsNamedRunsTheThirdEngineAndGoesWithItsHistory() {
        Declared workgroup = templates.only("AWS::Athena::WorkGroup", "");

        assertThat(workgroup.text("/Name")).isEqualTo("bellwether");
        assertThat(workgroup.text("/Description"))
                .isEqualTo("Questions to the lake, with a limit on the bytes scanned");
        assertThat(workgroup.text("/WorkGroupConfiguration/EngineVersion/SelectedEngineVersion"))
                .isEqualTo("Athena engine version 3");
        assertThat(workgroup.at("/RecursiveDeleteOption").asBoolean()).isTrue();
    }

    @Test
    void everyQueryFileIsASavedQuery() {
        Declared query = templates.only("AWS::Athena::NamedQuery", "");

        assertThat(query.text("/Name")).isEqualTo("symbols");
        assertThat(query.text("/QueryString")).isEqualTo(PlaceholderHome.QUERY);
        assertThat(query.text("/WorkGroup")).isEqualTo("bellwether");
        assertThat(query.text("/Database")).isEqualTo("bellwether");
    }

    private Declared table(String name) {
        return templates.ofType("AWS::Glue::Table").stream()
                .filter(table -> table.text("/TableInput/Name").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
