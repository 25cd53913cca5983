package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.ApiKey;

/// Where the provider's key comes from.
@FunctionalInterface
interface KeySource {
    ApiKey key();
}
