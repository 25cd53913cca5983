package dev.bellwether.local.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Names of resources: where a template may give one, and the one derived where it does not.
///
/// CloudFormation appends random letters; here the same template always gives the same names, so
/// that a state folder fits the next run.
final class PhysicalNames {
    private static final int LEAST_LIMIT = 63; // bucket names are the shortest of all

    private static final Map<String, String> PROPERTY =
            Map.ofEntries(
                    Map.entry("AWS::Lambda::Function", "FunctionName"),
                    Map.entry("AWS::Scheduler::Schedule", "Name"),
                    Map.entry("AWS::Scheduler::ScheduleGroup", "Name"),
                    Map.entry("AWS::Events::Rule", "Name"),
                    Map.entry("AWS::DynamoDB::Table", "TableName"),
                    Map.entry("AWS::DynamoDB::GlobalTable", "TableName"),
                    Map.entry("AWS::Kinesis::Stream", "Name"),
                    Map.entry("AWS::SQS::Queue", "QueueName"),
                    Map.entry("AWS::S3::Bucket", "BucketName"),
                    Map.entry("AWS::SNS::Topic", "TopicName"),
                    Map.entry("AWS::SSM::Parameter", "Name"),
                    Map.entry("AWS::IAM::Role", "RoleName"),
                    Map.entry("AWS::IAM::ManagedPolicy", "ManagedPolicyName"),
                    Map.entry("AWS::Logs::LogGroup", "LogGroupName"),
                    Map.entry("AWS::Athena::WorkGroup", "Name"),
                    Map.entry("AWS::Lambda::Alias", "Name"),
                    Map.entry("AWS::Glue::Job", "Name"),
                    Map.entry("AWS::Glue::SecurityConfiguration", "Name"),
                    Map.entry("AWS::Glue::Crawler", "Name"),
                    Map.entry("AWS::Glue::Database", "DatabaseInput.Name"),
                    Map.entry("AWS::Glue::Table", "TableInput.Name"));

    private PhysicalNames() {}

    /// Dotted path of the property that may hold the name of such a resource.
    static Optional<String> property(String type) {
        return Optional.ofNullable(PROPERTY.get(type));
    }

    static String derived(String type, String stack, String logicalId) {
        String name = shortened(stack + "-" + logicalId);
        // Upper case is refused in the names of buckets and folded in those of the data catalog.
        return type.equals("AWS::S3::Bucket") || type.startsWith("AWS::Glue::")
                ? name.toLowerCase(Locale.ROOT)
                : name;
    }

    private static String shortened(String name) {
        if (name.length() <= LEAST_LIMIT) {
            return name;
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            String suffix = "-" + HexFormat.of().formatHex(hash, 0, 4);
            return name.substring(0, LEAST_LIMIT - suffix.length()) + suffix;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
