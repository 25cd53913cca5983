package dev.bellwether.local.function;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A function as the template describes it.
///
/// @param name function name; also names its log
/// @param arn what the function sees as its own ARN
/// @param handler `package.Class` or `package.Class::method`
/// @param jar the deployable jar, as `cdk deploy` would upload it
/// @param memoryMegabytes the template's `MemorySize`
/// @param timeout the template's `Timeout`; the process is killed when it passes
/// @param environment the whole environment of the process but for Lambda's reserved variables,
///   which are added; nothing is inherited
public record FunctionSpec(
        String name,
        String arn,
        String handler,
        Path jar,
        int memoryMegabytes,
        Duration timeout,
        Map<String, String> environment) {
    public FunctionSpec {
        if (memoryMegabytes < 128) {
            // https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
            throw new IllegalArgumentException(
                    "MemorySize %d of function %s is below Lambda's least, 128"
                            .formatted(memoryMegabytes, name));
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.toSeconds() > 900) {
            // https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html
            throw new IllegalArgumentException(
                    "Timeout %s of function %s is not within Lambda's 1 to 900 seconds"
                            .formatted(timeout, name));
        }
        environment = Map.copyOf(environment);
    }
}
