package dev.bellwether.infra.data;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.BucketProps;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/// The two buckets: the lake, and the records that no function could digest.
public final class LakeBuckets {
    /// Where Athena puts results, below the lake.
    static final String RESULTS_PREFIX = "athena-results/";

    private LakeBuckets() {}

    /// The lake. It outlives its stack: what it holds cannot be had again for free.
    public static Bucket lake(Construct scope, String id) {
        return new Bucket(
                scope,
                id,
                closed().versioned(true)
                        .lifecycleRules(
                                List.of(
                                        LifecycleRule.builder()
                                                .id("tidy")
                                                // So long a rewritten object can be brought back.
                                                .noncurrentVersionExpiration(Duration.days(30))
                                                .abortIncompleteMultipartUploadAfter(
                                                        Duration.days(7))
                                                .build(),
                                        LifecycleRule.builder()
                                                .id("query-results")
                                                .prefix(RESULTS_PREFIX)
                                                .expiration(Duration.days(7))
                                                .noncurrentVersionExpiration(Duration.days(1))
                                                .build(),
                                        LifecycleRule.builder()
                                                .id("training-sets")
                                                .prefix("training/")
                                                // The next run of the job that makes the tables
                                                // writes again what is still the newest.
                                                .expiration(Duration.days(35))
                                                .noncurrentVersionExpiration(Duration.days(1))
                                                .build()))
                        .build());
    }

    /// Records that failed for good, kept for a month to be looked at and sent again. Retained,
    /// because CloudFormation cannot delete a bucket with objects in it; by its expiry it empties
    /// itself.
    public static Bucket failures(Construct scope, String id) {
        return new Bucket(
                scope,
                id,
                closed().lifecycleRules(
                                List.of(
                                        LifecycleRule.builder()
                                                .id("expire")
                                                .expiration(Duration.days(30))
                                                .abortIncompleteMultipartUploadAfter(
                                                        Duration.days(7))
                                                .build()))
                        .build());
    }

    private static BucketProps.Builder closed() {
        return BucketProps.builder()
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.RETAIN);
    }
}
