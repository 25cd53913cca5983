package dev.bellwether.local.template;

import java.util.List;

/// An Amazon resource name, `arn:partition:service:region:account:resource`.
///
/// @param resource all after the fifth colon, such as `function:IngestYahoo` or
///   `table/Market/stream/x`
public record Arn(
        String partition, String service, String region, String account, String resource) {
    /// Region of everything that runs here.
    public static final String LOCAL_REGION = "us-east-1";

    /// Account of everything that runs here: no real one.
    public static final String LOCAL_ACCOUNT = "000000000000";

    /// @throws IllegalArgumentException if the text is no resource name
    public static Arn parse(String text) {
        List<String> parts = List.of(text.split(":", 6));
        if (parts.size() != 6 || !parts.getFirst().equals("arn")) {
            throw new IllegalArgumentException("Not an ARN: " + text);
        }
        return new Arn(parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
    }

    public static Arn local(String service, String resource) {
        return new Arn("aws", service, LOCAL_REGION, LOCAL_ACCOUNT, resource);
    }

    /// The part of the resource that names it: the function, queue, topic, table, stream or bucket.
    public String name() {
        return switch (service) {
            case "s3" -> resource.split("/")[0]; // <bucket>[/<key>]
            case "sqs", "sns" -> resource.split(":")[0]; // <topic>[:<subscription>]
            case "lambda" -> resource.split(":")[1]; // function:<name>[:<version or alias>]
            default ->
                    resource.split("/")[
                            1]; // table/<name>[/stream/<label>], stream/<name>, role/<name>
        };
    }

    @Override
    public String toString() {
        return String.join(":", "arn", partition, service, region, account, resource);
    }
}
