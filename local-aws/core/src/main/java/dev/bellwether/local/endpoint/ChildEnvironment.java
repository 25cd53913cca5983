package dev.bellwether.local.endpoint;

import dev.bellwether.local.resource.ServiceEndpoints;
import dev.bellwether.local.template.Arn;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The whole environment of a child: nothing of the user's own gets in, credentials least of all.
///
/// Every AWS SDK takes its endpoints from these variables
/// (<https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html>).
///
/// @param services where calls go that no engine serves
/// @param stateFolder names files in it that are not there, in place of the user's profile
/// @param providerEndpoints base URL by variable, such as `PROVIDER_ENDPOINT_URL_YAHOO`
public record ChildEnvironment(
        ServiceEndpoints engines,
        URI services,
        Path stateFolder,
        Map<String, String> providerEndpoints) {
    /// @param own variables of the child itself, as the template gives them; ours win over them
    public Map<String, String> with(Map<String, String> own) {
        Map<String, String> environment = new HashMap<>(own);
        environment.putAll(providerEndpoints);
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TZ", ":UTC");
        environment.put("AWS_REGION", Arn.LOCAL_REGION);
        environment.put("AWS_DEFAULT_REGION", Arn.LOCAL_REGION);
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_CONFIG_FILE", missing("config"));
        environment.put("AWS_SHARED_CREDENTIALS_FILE", missing("credentials"));
        environment.put("AWS_ENDPOINT_URL", services.toString());
        environment.put("AWS_ENDPOINT_URL_SNS", services.toString());
        environment.put("AWS_ENDPOINT_URL_SSM", services.toString());
        environment.put("AWS_ENDPOINT_URL_SAGEMAKER", services.toString());
        environment.put("AWS_ENDPOINT_URL_S3", engines.s3().toString());
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", engines.dynamoDb().toString());
        environment.put("AWS_ENDPOINT_URL_DYNAMODB_STREAMS", engines.dynamoDb().toString());
        environment.put("AWS_ENDPOINT_URL_KINESIS", engines.kinesis().toString());
        environment.put("AWS_ENDPOINT_URL_SQS", engines.sqs().toString());
        return Map.copyOf(environment);
    }

    private String missing(String file) {
        return stateFolder.toAbsolutePath().resolve("no-profile").resolve(file).toString();
    }
}
