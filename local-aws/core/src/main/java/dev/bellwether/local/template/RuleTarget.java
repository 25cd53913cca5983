package dev.bellwether.local.template;

import java.util.Map;

/// What a rule of EventBridge calls.
///
/// @param arn of the target
/// @param input what the target gets
public record RuleTarget(String arn, Input input) {
    /// What a target gets of an event.
    public sealed interface Input {
        /// The event as it is.
        record WholeEvent() implements Input {}

        /// Always the same.
        record Constant(String text) implements Input {}

        /// A text with parts of the event in it.
        ///
        /// @param paths `$.detail.jobName` by the name that stands for it
        /// @param template JSON, or a text in quotes, with `<name>` where a part goes
        record Transformed(Map<String, String> paths, String template) implements Input {}
    }
}
