package dev.bellwether.infra.settings;

/// What the lake's Spark job runs on, and when.
///
/// @param schedule expression of EventBridge Scheduler, New York time
/// @param workers machines of type G.1X, the first of which only directs the others
/// @param crawler whether a crawler describes the curated files beside the declared tables
public record EtlSettings(String schedule, int workers, Crawler crawler) {
    /// Whether there is a crawler.
    public enum Crawler {
        /// There is one.
        YES,
        /// There is none: the declared tables say all there is to say.
        NO
    }
}
