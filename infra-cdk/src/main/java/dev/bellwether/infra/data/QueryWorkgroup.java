package dev.bellwether.infra.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.services.athena.CfnNamedQuery;
import software.amazon.awscdk.services.athena.CfnWorkGroup;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/// Athena's workgroup with a limit on what one query may cost, and the saved questions.
public final class QueryWorkgroup extends Construct {
    // Athena takes 5 US dollars a terabyte: a query that went astray costs at most 5 cents.
    private static final long MOST_BYTES_SCANNED = 10_000_000_000L;

    private final CfnWorkGroup workgroup;

    /// @param lake bucket that results go to, below `athena-results/`
    /// @param queries one `.sql` file a question
    public QueryWorkgroup(Construct scope, String id, IBucket lake, List<Path> queries) {
        super(scope, id);
        workgroup =
                CfnWorkGroup.Builder.create(this, "Workgroup")
                        .name(LakeCatalog.DATABASE)
                        .description("Questions to the lake, with a limit on the bytes scanned")
                        // So that the clean-up is not stopped by the history of queries.
                        .recursiveDeleteOption(true)
                        .workGroupConfiguration(
                                CfnWorkGroup.WorkGroupConfigurationProperty.builder()
                                        .enforceWorkGroupConfiguration(true)
                                        .bytesScannedCutoffPerQuery(MOST_BYTES_SCANNED)
                                        .publishCloudWatchMetricsEnabled(true)
                                        .engineVersion(
                                                CfnWorkGroup.EngineVersionProperty.builder()
                                                        .selectedEngineVersion(
                                                                "Athena engine version 3")
                                                        .build())
                                        .resultConfiguration(results(lake))
                                        .build())
                        .build();
        queries.forEach(this::save);
    }

    private static CfnWorkGroup.ResultConfigurationProperty results(IBucket lake) {
        return CfnWorkGroup.ResultConfigurationProperty.builder()
                .outputLocation(
                        "s3://%s/%s".formatted(lake.getBucketName(), LakeBuckets.RESULTS_PREFIX))
                .encryptionConfiguration(
                        CfnWorkGroup.EncryptionConfigurationProperty.builder()
                                .encryptionOption("SSE_S3")
                                .build())
                .build();
    }

    private void save(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.sql$", "");
        CfnNamedQuery query =
                CfnNamedQuery.Builder.create(this, name)
                        .name(name)
                        .database(LakeCatalog.DATABASE)
                        .workGroup(workgroup.getName())
                        .queryString(read(file))
                        .build();
        query.addResourceDependency(workgroup);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the query " + file + " failed", e);
        }
    }
}
