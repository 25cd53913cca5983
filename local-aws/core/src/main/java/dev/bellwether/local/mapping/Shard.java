package dev.bellwether.local.mapping;

import java.util.List;

/// A shard of a stream.
///
/// @param parents shards that it continues; none, one, or two after a merge
record Shard(String id, List<String> parents) {
    Shard {
        parents = List.copyOf(parents);
    }
}
