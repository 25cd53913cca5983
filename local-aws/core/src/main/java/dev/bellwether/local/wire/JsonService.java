package dev.bellwether.local.wire;

/// A service that speaks one of AWS's JSON protocols.
///
/// Prefix and version are those of the service's model, see
/// <https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html>.
public enum JsonService {
    DYNAMODB("DynamoDB_20120810", "1.0", "dynamodb"),
    DYNAMODB_STREAMS("DynamoDBStreams_20120810", "1.0", "dynamodb"),
    KINESIS("Kinesis_20131202", "1.1", "kinesis"),
    SQS("AmazonSQS", "1.0", "sqs"),
    SSM("AmazonSSM", "1.1", "ssm"),
    SAGEMAKER("SageMaker", "1.1", "sagemaker");

    private final String targetPrefix;
    private final String version;
    private final String signingName;

    JsonService(String targetPrefix, String version, String signingName) {
        this.targetPrefix = targetPrefix;
        this.version = version;
        this.signingName = signingName;
    }

    /// Value of `X-Amz-Target` for an action, such as `Kinesis_20131202.PutRecords`.
    public String target(String action) {
        return targetPrefix + "." + action;
    }

    /// What stands before the dot of `X-Amz-Target`.
    public String targetPrefix() {
        return targetPrefix;
    }

    /// Content type of requests and answers.
    public String contentType() {
        return "application/x-amz-json-" + version;
    }

    /// Name of the service in a signature's credential scope.
    public String signingName() {
        return signingName;
    }
}
