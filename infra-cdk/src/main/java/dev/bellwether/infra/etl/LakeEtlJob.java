package dev.bellwether.infra.etl;

import dev.bellwether.infra.pipeline.MarketSchedules;
import dev.bellwether.infra.pipeline.MarketSchedules.Delivery;
import dev.bellwether.infra.pipeline.Rights;
import dev.bellwether.infra.settings.EtlSettings;
import dev.bellwether.infra.settings.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.glue.CfnJob;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/// The Spark job that makes the curated tables out of the raw zone, once a day between ingest and
/// training.
public final class LakeEtlJob {
    /// The job's name.
    public static final String NAME = "bellwether-lake-etl";

    private static final String LOGS = "/aws-glue/jobs/" + NAME;
    private static final int TIMEOUT_MINUTES = 60;

    private final Construct scope;
    private final Home home;
    private final IBucket lake;

    /// @param scope stack that the job is in
    /// @param lake bucket with the raw zone, in which the curated tables are
    public LakeEtlJob(Construct scope, Home home, IBucket lake) {
        this.scope = scope;
        this.home = home;
        this.lake = lake;
    }

    /// Declares the job and what starts it.
    public void create(EtlSettings settings, MarketSchedules schedules) {
        Asset script = asset("LakeEtlScript", home.glueScript().toString());
        Asset jar = asset("LakeEtlJar", home.glueJar().toString());
        Role role = role(List.of(logs("output"), logs("error")), List.of(script, jar));
        CfnJob.Builder.create(scope, "LakeEtl")
                .name(NAME)
                .description("Curated tables out of the raw zone")
                .role(role.getRoleArn())
                .glueVersion("6.0")
                .workerType("G.1X")
                .numberOfWorkers(settings.workers())
                .timeout(TIMEOUT_MINUTES)
                .maxRetries(1)
                // It replaces whole tables: two at a time would replace each other's.
                .executionProperty(
                        CfnJob.ExecutionPropertyProperty.builder().maxConcurrentRuns(1).build())
                .command(
                        CfnJob.JobCommandProperty.builder()
                                .name("glueetl")
                                .scriptLocation(script.getS3ObjectUrl())
                                .build())
                .defaultArguments(arguments(jar))
                .build();
        schedules.startJob(
                "lake-etl", "LakeEtlSchedule", settings.schedule(), Delivery.WITHIN_AN_HOUR, NAME);
    }

    private Map<String, String> arguments(Asset jar) {
        return new TreeMap<>(
                Map.of(
                        "--job-language",
                        "scala",
                        "--class",
                        "LakeEtl",
                        "--extra-jars",
                        jar.getS3ObjectUrl(),
                        "--custom-logGroup-prefix",
                        LOGS,
                        "--lake",
                        "s3://" + lake.getBucketName(),
                        "--tables",
                        "all"));
    }

    private Asset asset(String id, String path) {
        return Asset.Builder.create(scope, id).path(path).build();
    }

    private LogGroup logs(String stream) {
        return LogGroup.Builder.create(
                        scope, stream.equals("error") ? "LakeEtlErrors" : "LakeEtlOutput")
                .logGroupName(LOGS + "/" + stream)
                .retention(RetentionDays.TWO_WEEKS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    private Role role(List<LogGroup> logs, List<Asset> assets) {
        List<PolicyStatement> rights = new ArrayList<>();
        rights.add(
                Rights.getObjects(
                        lake, "raw/", "curated/", "staging/", "quarantine/", "training/"));
        rights.add(Rights.listObjects(lake, "raw/"));
        rights.add(Rights.listObjects(lake, "curated/"));
        rights.add(Rights.listObjects(lake, "staging/"));
        rights.add(Rights.listObjects(lake, "quarantine/"));
        rights.add(Rights.listObjects(lake, "training/"));
        rights.add(Rights.writeObjects(lake, "curated/", "staging/", "quarantine/", "training/"));
        rights.add(Rights.deleteObjects(lake, "curated/", "staging/"));
        rights.add(
                Rights.allow(
                        List.of("s3:GetObject"),
                        assets.stream()
                                .map(asset ->
                                        asset.getBucket().arnForObjects(asset.getS3ObjectKey()))
                                .toArray(String[]::new)));
        rights.add(
                Rights.allow(
                        List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                        logs.stream().map(LogGroup::getLogGroupArn).toArray(String[]::new)));
        return Role.Builder.create(scope, "LakeEtlRole")
                .description("Glue job " + NAME)
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
