package dev.bellwether.ingest;

/// What became of one HTTP call.
public sealed interface HttpOutcome {

    /// The whole answer arrived. Whether it is data is for the provider's own reader to tell.
    record Answered(HttpAnswer answer) implements HttpOutcome {}

    /// The connection ended within the body: what arrived must not be read as data.
    record CutOff(HttpAnswer arrived, ProviderFailure failure) implements HttpOutcome {}

    /// No answer that could be kept.
    record Unanswered(ProviderFailure failure) implements HttpOutcome {}
}
