package dev.bellwether.infra.training;

import dev.bellwether.infra.pipeline.Rights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/// The role that SageMaker runs the training job with: it reads training sets, and writes models,
/// predictions and scores.
public final class TrainingRole {
    private static final String METRICS = "/aws/sagemaker/TrainingJobs";
    private static final Pattern ECR =
            Pattern.compile(
                    "(?<account>\\d{12})\\.dkr\\.ecr\\.(?<region>[a-z0-9-]+)\\.[a-z.]+/(?<repository>[^:@]+)([:@].*)?");

    private TrainingRole() {}

    /// @param image address of the container image; only one in ECR needs rights to be pulled
    public static Role create(Construct scope, String id, IBucket lake, String image) {
        List<PolicyStatement> rights = new ArrayList<>();
        rights.addAll(Rights.readObjects(lake, "training/sets/"));
        rights.add(Rights.writeObjects(lake, "predictions/", "scores/", "models/"));
        // A forecast is written once: what is there already is read, to see that it is the same.
        rights.add(Rights.getObjects(lake, "predictions/", "scores/"));
        rights.addAll(logs());
        rights.addAll(pull(image));
        return Role.Builder.create(scope, id)
                .description("SageMaker training job")
                .assumedBy(
                        ServicePrincipal.Builder.create("sagemaker.amazonaws.com")
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

    // What SageMaker itself does with the role while the job runs.
    // docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html
    private static List<PolicyStatement> logs() {
        // The form with the star is for a group and its streams.
        String group =
                "arn:%s:logs:%s:%s:log-group:%s:*"
                        .formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID, METRICS);
        // CloudWatch's metrics have no name of their own, only this condition.
        PolicyStatement metrics = Rights.allow(List.of("cloudwatch:PutMetricData"), "*");
        metrics.addCondition("StringEquals", Map.of("cloudwatch:namespace", METRICS));
        return List.of(
                Rights.allow(
                        List.of(
                                "logs:CreateLogGroup",
                                "logs:CreateLogStream",
                                "logs:DescribeLogStreams",
                                "logs:PutLogEvents"),
                        group),
                metrics);
    }

    private static List<PolicyStatement> pull(String image) {
        Matcher ecr = ECR.matcher(image);
        if (!ecr.matches()) {
            return List.of();
        }
        return List.of(
                // A token is for a registry as a whole; IAM knows no resource for it.
                Rights.allow(List.of("ecr:GetAuthorizationToken"), "*"),
                Rights.allow(
                        List.of(
                                "ecr:BatchCheckLayerAvailability",
                                "ecr:BatchGetImage",
                                "ecr:GetDownloadUrlForLayer"),
                        "arn:%s:ecr:%s:%s:repository/%s"
                                .formatted(
                                        Aws.PARTITION,
                                        ecr.group("region"),
                                        ecr.group("account"),
                                        ecr.group("repository"))));
    }
}
