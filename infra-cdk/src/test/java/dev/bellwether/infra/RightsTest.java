package dev.bellwether.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.infra.Templates.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every right of every role, in full: whoever gives one more writes it down here too.
final class RightsTest {
    private static final String OWN_LOG = "logs:CreateLogStream logs:PutLogEvents on ${%sLogs.Arn}";
    private static final List<String> KEEP_FAILURES =
            List.of(
                    "s3:PutObject on ${Failures.Arn}/aws/lambda/*",
                    "s3:ListBucket on ${Failures.Arn}");

    private final Templates templates = Templates.whole();

    @Test
    void ingestAlphaVantageReadsItsBarsAndOneParameterAndWritesWhatItFetched() {
        assertThat(rights("IngestAlphaVantageRole"))
                .containsExactlyInAnyOrder(
                        "s3:GetObject on ${Lake.Arn}/bars/daily/*",
                        "s3:ListBucket on ${Lake.Arn} if {\"StringLike\":{\"s3:prefix\":\"bars/daily/*\"}}",
                        "s3:PutObject on ${Lake.Arn}/bars/daily/* ${Lake.Arn}/raw/alphavantage/* ${Lake.Arn}/quarantine/*",
                        "dynamodb:BatchWriteItem on ${Market.Arn}",
                        "ssm:GetParameter on arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/bellwether/alphavantage/api-key",
                        OWN_LOG.formatted("IngestAlphaVantage"));
    }

    @Test
    void ingestYahooWritesTheStreamAndTakesItsMessages() {
        assertThat(rights("IngestYahooRole"))
                .containsExactlyInAnyOrder(
                        "kinesis:PutRecords on ${Quotes.Arn}",
                        "sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes on ${HalfMinute.Arn}",
                        OWN_LOG.formatted("IngestYahoo"));
    }

    @Test
    void streamProcessorReadsTheStreamAndWritesQuotesAndTheirBars() {
        List<String> expected = new ArrayList<>(KEEP_FAILURES);
        expected.addAll(
                List.of(
                        "s3:PutObject on ${Lake.Arn}/quotes/* ${Lake.Arn}/quarantine/*",
                        "dynamodb:BatchWriteItem dynamodb:Query dynamodb:PutItem on ${Market.Arn}",
                        "kinesis:DescribeStream kinesis:DescribeStreamSummary kinesis:GetRecords kinesis:GetShardIterator kinesis:ListShards on ${Quotes.Arn}",
                        OWN_LOG.formatted("StreamProcessor")));

        assertThat(rights("StreamProcessorRole")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void trendAlertsReadsAndWritesTheTableAndPublishes() {
        List<String> expected = new ArrayList<>(KEEP_FAILURES);
        expected.addAll(
                List.of(
                        "s3:PutObject on ${Lake.Arn}/alerts/* ${Lake.Arn}/quarantine/*",
                        "dynamodb:Query dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem on ${Market.Arn}",
                        "dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator on ${Market.StreamArn}",
                        "dynamodb:ListStreams on ${Market.Arn}/stream/*",
                        "sns:Publish on ${Alerts}",
                        OWN_LOG.formatted("TrendAlerts")));

        assertThat(rights("TrendAlertsRole")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void alertDigestReadsAndWritesItemsAndPublishes() {
        assertThat(rights("AlertDigestRole"))
                .containsExactlyInAnyOrder(
                        "dynamodb:Query dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem on ${Market.Arn}",
                        "sns:Publish on ${Alerts}",
                        OWN_LOG.formatted("AlertDigest"));
    }

    @Test
    void bothAlertFunctionsReadTheSecretsThatTheContextNamesAndNoOthers() {
        Templates chosen =
                Templates.synthesize(
                        PlaceholderHome.create(),
                        Map.of(
                                "webhook", "https://hooks.example.com/alerts",
                                "webhookSecretParameter", "/team/alerts/secret",
                                "slackWebhookParameter", "/team/alerts/slack"));
        String parameter =
                "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/team/alerts/";

        for (String role : List.of("TrendAlertsRole", "AlertDigestRole")) {
            assertThat(rights(chosen, role))
                    .filteredOn(right -> right.startsWith("ssm:"))
                    .containsExactlyInAnyOrder(
                            "ssm:GetParameter on " + parameter + "secret",
                            "ssm:GetParameter on " + parameter + "slack");
        }
    }

    @Test
    void trainTriggerStartsOurJobsOnlyAndPassesOneRoleToSageMakerOnly() {
        assertThat(rights("TrainTriggerRole"))
                .containsExactlyInAnyOrder(
                        "s3:GetObject on ${Lake.Arn}/training/*",
                        "s3:ListBucket on ${Lake.Arn} if {\"StringLike\":{\"s3:prefix\":\"training/*\"}}",
                        "s3:PutObject on ${Lake.Arn}/training/days/*",
                        "sagemaker:CreateTrainingJob sagemaker:DescribeTrainingJob on "
                                + "arn:${AWS::Partition}:sagemaker:${AWS::Region}:${AWS::AccountId}:training-job/bellwether-lasso-*",
                        "iam:PassRole on ${TrainingJobRole.Arn} if {\"StringEquals\":{\"iam:PassedToService\":\"sagemaker.amazonaws.com\"}}",
                        OWN_LOG.formatted("TrainTrigger"));
    }

    @Test
    void withAFunctionTheTriggerMayInvokeItAndSayHowItsJobsStand() {
        assertThat(rights(onLambda(), "TrainTriggerRole"))
                .containsExactlyInAnyOrder(
                        "s3:GetObject on ${Lake.Arn}/training/*",
                        "s3:ListBucket on ${Lake.Arn} if {\"StringLike\":{\"s3:prefix\":\"training/*\"}}",
                        "s3:PutObject on ${Lake.Arn}/training/days/* ${Lake.Arn}/training/jobs/*",
                        "lambda:InvokeFunction on ${TrainingFunction.Arn}",
                        OWN_LOG.formatted("TrainTrigger"));
    }

    @Test
    void theTrainingFunctionReadsSetsAndWritesItsResults() {
        assertThat(rights(onLambda(), "TrainingFunctionRole"))
                .containsExactlyInAnyOrder(
                        "s3:GetObject on ${Lake.Arn}/training/sets/*",
                        "s3:ListBucket on ${Lake.Arn} if {\"StringLike\":{\"s3:prefix\":\"training/sets/*\"}}",
                        "s3:PutObject on ${Lake.Arn}/training/jobs/* ${Lake.Arn}/models/* ${Lake.Arn}/predictions/* ${Lake.Arn}/scores/*",
                        "s3:GetObject on ${Lake.Arn}/predictions/* ${Lake.Arn}/scores/*",
                        OWN_LOG.formatted("TrainingFunction"));
    }

    private static Templates onLambda() {
        return Templates.synthesize(
                PlaceholderHome.create(), Map.of("trainingBackend", "function"));
    }

    @Test
    void theTrainingJobReadsBarsWritesItsResultsAndPullsItsImage() {
        assertThat(rights("TrainingJobRole"))
                .containsExactlyInAnyOrder(
                        "s3:GetObject on ${Lake.Arn}/training/sets/*",
                        "s3:ListBucket on ${Lake.Arn} if {\"StringLike\":{\"s3:prefix\":\"training/sets/*\"}}",
                        "s3:PutObject on ${Lake.Arn}/predictions/* ${Lake.Arn}/scores/* ${Lake.Arn}/models/*",
                        "s3:GetObject on ${Lake.Arn}/predictions/* ${Lake.Arn}/scores/*",
                        "logs:CreateLogGroup logs:CreateLogStream logs:DescribeLogStreams logs:PutLogEvents on "
                                + "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/sagemaker/TrainingJobs:*",
                        "cloudwatch:PutMetricData on * if {\"StringEquals\":{\"cloudwatch:namespace\":\"/aws/sagemaker/TrainingJobs\"}}",
                        "ecr:GetAuthorizationToken on *",
                        "ecr:BatchCheckLayerAvailability ecr:BatchGetImage ecr:GetDownloadUrlForLayer on "
                                + "arn:${AWS::Partition}:ecr:eu-west-1:123456789012:repository/team/bellwether-training");
    }

    @Test
    void theLakesJobReadsRawObjectsAndReplacesWhatIsCurated() {
        assertThat(rights("LakeEtlRole"))
                .filteredOn(right -> !right.contains("-assets-"))
                .containsExactlyInAnyOrder(
                        "s3:GetObject on ${Lake.Arn}/raw/* ${Lake.Arn}/curated/* ${Lake.Arn}/staging/* ${Lake.Arn}/quarantine/* ${Lake.Arn}/training/*",
                        "s3:ListBucket on ${Lake.Arn} if {\"StringLike\":{\"s3:prefix\":\"raw/*\"}}",
                        "s3:ListBucket on ${Lake.Arn} if {\"StringLike\":{\"s3:prefix\":\"curated/*\"}}",
                        "s3:ListBucket on ${Lake.Arn} if {\"StringLike\":{\"s3:prefix\":\"staging/*\"}}",
                        "s3:ListBucket on ${Lake.Arn} if {\"StringLike\":{\"s3:prefix\":\"quarantine/*\"}}",
                        "s3:ListBucket on ${Lake.Arn} if {\"StringLike\":{\"s3:prefix\":\"training/*\"}}",
                        "s3:PutObject on ${Lake.Arn}/curated/* ${Lake.Arn}/staging/* ${Lake.Arn}/quarantine/* ${Lake.Arn}/training/*",
                        "s3:DeleteObject on ${Lake.Arn}/curated/* ${Lake.Arn}/staging/*",
                        "logs:CreateLogStream logs:PutLogEvents on ${LakeEtlOutput.Arn} ${LakeEtlErrors.Arn}");
        assertThat(rights("LakeEtlRole"))
                .filteredOn(right -> right.contains("-assets-"))
                .singleElement()
                .satisfies(right -> assertThat(right).startsWith("s3:GetObject on arn:"));
    }

    @Test
    void theCrawlerReadsWhatIsCuratedAndDescribesItInItsOwnDatabaseOnly() {
        Templates crawling =
                Templates.synthesize(PlaceholderHome.create(), Map.of("crawler", "true"));
        String glue = "arn:${AWS::Partition}:glue:${AWS::Region}:${AWS::AccountId}:";

        assertThat(rights(crawling, "LakeCrawlerRole"))
                .containsExactlyInAnyOrder(
                        "s3:GetObject on ${Lake.Arn}/curated/*",
                        "s3:ListBucket on ${Lake.Arn} if {\"StringLike\":{\"s3:prefix\":\"curated/*\"}}",
                        "glue:GetDatabase glue:GetTable glue:GetTables glue:CreateTable glue:UpdateTable glue:DeleteTable "
                                + "glue:GetPartition glue:GetPartitions glue:BatchGetPartition glue:BatchCreatePartition "
                                + "glue:UpdatePartition glue:BatchDeletePartition on "
                                + glue
                                + "catalog "
                                + glue
                                + "database/bellwether_crawled "
                                + glue
                                + "table/bellwether_crawled/*",
                        "logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents on "
                                + "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws-glue/crawlers:*");
        assertThat(rights(crawling, "LakeCrawlerScheduleRole"))
                .containsExactly("glue:StartCrawler on " + glue + "crawler/bellwether-lake");
    }

    @Test
    void schedulesMayDoOneThingToOneTarget() {
        assertThat(rights("DailyBarsScheduleRole"))
                .containsExactly("lambda:InvokeFunction on ${IngestAlphaVantage.Arn}");
        assertThat(rights("QuotesScheduleRole"))
                .containsExactly("lambda:InvokeFunction on ${IngestYahoo.Arn}");
        assertThat(rights("QuotesHalfMinuteScheduleRole"))
                .containsExactly("sqs:SendMessage on ${HalfMinute.Arn}");
        assertThat(rights("AlertDigestScheduleRole"))
                .containsExactly("lambda:InvokeFunction on ${AlertDigest.Arn}");
        assertThat(rights("LakeEtlScheduleRole"))
                .containsExactly(
                        "glue:StartJobRun on arn:${AWS::Partition}:glue:${AWS::Region}:${AWS::AccountId}:job/bellwether-lake-etl");
        assertThat(rights("TrainingScheduleRole"))
                .containsExactly("lambda:InvokeFunction on ${TrainTrigger.Arn}");
    }

    @Test
    void onlyTheSchedulersOwnGroupMayTakeItsRoles() {
        assertThat(
                        templates.ofType("AWS::IAM::Role").stream()
                                .filter(role -> role.logicalId().contains("Schedule"))
                                .map(role -> role.at("/AssumeRolePolicyDocument/Statement/0"))
                                .map(statement ->
                                        statement.at("/Principal/Service").asText()
                                                + " "
                                                + templates.plain(
                                                        statement.at(
                                                                "/Condition/StringEquals/aws:SourceArn"))))
                .hasSize(6)
                .containsOnly("scheduler.amazonaws.com ${Schedules.Arn}");
    }

    @Test
    void noRightStandsOutsideTheRolesAboveAndNoActionIsAWildcard() {
        assertThat(templates.ofType("AWS::IAM::Role")).hasSize(14);
        assertThat(
                        Stream.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::User")
                                .flatMap(type -> templates.ofType(type).stream()))
                .isEmpty();
        assertThat(templates.ofType("AWS::IAM::Role"))
                .allSatisfy(
                        role -> assertThat(role.at("/ManagedPolicyArns").isMissingNode()).isTrue())
                .allSatisfy(role ->
                        assertThat(statements(role))
                                .noneMatch(statement ->
                                        statement.path("Action").toString().contains("*")));
    }

    private List<String> rights(String role) {
        return rights(templates, role);
    }

    private static List<String> rights(Templates templates, String role) {
        return statements(templates.only("AWS::IAM::Role", role)).stream()
                .map(statement ->
                        String.join(
                                        " ",
                                        each(statement.path("Action"))
                                                .map(JsonNode::asText)
                                                .toList())
                                + " on "
                                + String.join(
                                        " ",
                                        each(statement.path("Resource"))
                                                .map(templates::plain)
                                                .toList())
                                + (statement.has("Condition")
                                        ? " if " + statement.path("Condition")
                                        : ""))
                .toList();
    }

    private static List<JsonNode> statements(Declared role) {
        return role.at("/Policies")
                .valueStream()
                .flatMap(policy -> policy.at("/PolicyDocument/Statement").valueStream())
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode oneOrMany) {
        return oneOrMany.isArray() ? oneOrMany.valueStream() : Stream.of(oneOrMany);
    }
}
