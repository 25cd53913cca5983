package dev.bellwether.local.function;

/// Something that can be invoked synchronously, as event source mappings do it.
@FunctionalInterface
public interface FunctionInvoker {
    /// @param payload the event, JSON in UTF-8
    InvocationOutcome invoke(byte[] payload);
}
