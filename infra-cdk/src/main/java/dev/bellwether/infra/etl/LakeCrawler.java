package dev.bellwether.infra.etl;

import dev.bellwether.infra.pipeline.MarketSchedules;
import dev.bellwether.infra.pipeline.MarketSchedules.Delivery;
import dev.bellwether.infra.pipeline.Rights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.glue.CfnCrawler;
import software.amazon.awscdk.services.glue.CfnDatabase;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/// A crawler over the curated tables' files. It describes them in a database of its own: the
/// declared tables are not its to change.
public final class LakeCrawler {
    private static final String NAME = "bellwether-lake";
    private static final String DATABASE = "bellwether_crawled";
    private static final String CURATED = "curated/";
    private static final String SCHEDULE = "cron(20 0 * * ? *)";

    private LakeCrawler() {}

    /// Declares it, and what starts it after the day's job.
    public static void create(Construct scope, IBucket lake, MarketSchedules schedules) {
        CfnDatabase.Builder.create(scope, "CrawledDatabase")
                .catalogId(Aws.ACCOUNT_ID)
                .databaseInput(CfnDatabase.DatabaseInputProperty.builder().name(DATABASE).build())
                .build();
        CfnCrawler.Builder.create(scope, "LakeCrawler")
                .name(NAME)
                .role(role(scope, lake).getRoleArn())
                .databaseName(DATABASE)
                .targets(
                        CfnCrawler.TargetsProperty.builder()
                                .s3Targets(
                                        List.of(
                                                CfnCrawler.S3TargetProperty.builder()
                                                        .path(
                                                                "s3://%s/%s"
                                                                        .formatted(
                                                                                lake
                                                                                        .getBucketName(),
                                                                                CURATED))
                                                        .build()))
                                .build())
                .build();
        schedules.startCrawler(
                "lake-crawler", "LakeCrawlerSchedule", SCHEDULE, Delivery.WITHIN_AN_HOUR, NAME);
    }

    private static Role role(Construct scope, IBucket lake) {
        String glue = "arn:%s:glue:%s:%s:".formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID);
        List<PolicyStatement> rights = new ArrayList<>(Rights.readObjects(lake, CURATED));
        rights.add(
                Rights.allow(
                        List.of(
                                "glue:GetDatabase",
                                "glue:GetTable",
                                "glue:GetTables",
                                "glue:CreateTable",
                                "glue:UpdateTable",
                                "glue:DeleteTable",
                                "glue:GetPartition",
                                "glue:GetPartitions",
                                "glue:BatchGetPartition",
                                "glue:BatchCreatePartition",
                                "glue:UpdatePartition",
                                "glue:BatchDeletePartition"),
                        glue + "catalog",
                        glue + "database/" + DATABASE,
                        glue + "table/" + DATABASE + "/*"));
        rights.add(
                Rights.allow(
                        List.of("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"),
                        "arn:%s:logs:%s:%s:log-group:/aws-glue/crawlers:*"
                                .formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID)));
        return Role.Builder.create(scope, "LakeCrawlerRole")
                .description("Crawler " + NAME)
                .assumedBy(
                        ServicePrincipal.Builder.create("glue.amazonaws.com")
                                .conditions(
                                        Map.of(
                                                "StringEquals",
                                                Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                                .build())
                .inlinePolicies(
                        Map.of(
                                "rights",
                                PolicyDocument.Builder.create().statements(rights).build()))
                .build();
    }
}
