package dev.bellwether.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/// A declared Lambda function.
///
/// @param name physical name, by which everything else refers to it
/// @param handler as the runtime takes it, such as `dev.bellwether.stream.StreamProcessorHandler`
/// @param environment the template's variables, values of this machine
/// @param code jar or folder that `cdk deploy` would upload
/// @param roleArn execution role
/// @param reservedConcurrency most invocations at a time, absent for no limit
public record LambdaFunction(
        String stack,
        String logicalId,
        String name,
        String arn,
        String handler,
        String runtime,
        int memoryMegabytes,
        Duration timeout,
        Map<String, String> environment,
        Path code,
        OptionalInt reservedConcurrency,
        String roleArn,
        AsyncInvocation asyncInvocation) {
    /// The function's name in a name, an ARN or an ARN with a version or alias.
    public static String nameOf(String nameOrArn) {
        return nameOrArn.startsWith("arn:") ? Arn.parse(nameOrArn).name() : nameOrArn.split(":")[0];
    }
}
