package dev.bellwether.local.mapping;

import dev.bellwether.local.function.FunctionInvoker;

/// The function at the end of a mapping.
///
/// @param roleArn execution role: `invokeIdentityArn` of Kinesis events
public record FunctionTarget(FunctionInvoker invoker, String arn, String roleArn) {}
