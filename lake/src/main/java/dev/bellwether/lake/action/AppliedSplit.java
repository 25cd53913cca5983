package dev.bellwether.lake.action;

import dev.bellwether.lake.CorporateAction.SharesSplit;
import java.time.Instant;

/// A split that took effect.
///
/// @param knownAt since when the version that counts is known
public record AppliedSplit(SharesSplit split, Instant knownAt) {
    /// The split in words, such as `split 4:1 (alphavantage)`.
    public String describe() {
        return "split %d:%d (%s)"
                .formatted(split.newShares(), split.oldShares(), split.provider().id());
    }
}
