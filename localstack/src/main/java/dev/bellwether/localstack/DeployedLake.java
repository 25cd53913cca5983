package dev.bellwether.localstack;

import dev.bellwether.local.template.Bucket;
import dev.bellwether.local.template.Template;
import java.nio.file.Path;
import software.amazon.awssdk.services.s3.S3Client;

/// The lake's bucket: LocalStack's, and what local-aws calls it.
///
/// @param bucket its name in LocalStack
/// @param localName its name on this machine, which jobs and queries use
record DeployedLake(S3Client s3, String bucket, String localName) {
    static DeployedLake of(LocalStack localStack, Deployment deployment, Template template) {
        Bucket local =
                template.buckets().stream()
                        .filter(declared -> declared.logicalId().startsWith("Lake"))
                        .findFirst()
                        .orElseThrow();
        return new DeployedLake(
                localStack.clients().s3(),
                deployment.only("AWS::S3::Bucket", "Lake").physicalId(),
                local.name());
    }

    /// @param buckets folder of buckets, as local-aws keeps them
    BucketCopy copy(Path buckets) {
        return new BucketCopy(s3, bucket, buckets.resolve(localName));
    }
}
