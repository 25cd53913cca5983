package dev.bellwether.local.endpoint;

/// One call of an AWS API as it came in.
///
/// @param service name in the signature's credential scope, such as `sns`
/// @param action such as `Publish`, or method and path where the protocol has no action
/// @param body as sent
/// @param awaited whether the caller waits for the answer of a function that it invokes
public record Call(String service, String action, byte[] body, boolean awaited) {}
