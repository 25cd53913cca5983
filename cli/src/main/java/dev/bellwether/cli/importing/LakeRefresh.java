package dev.bellwether.cli.importing;

import dev.bellwether.cli.home.StateFolder;
import java.util.List;

/// Makes the lake's tables say what new raw objects say.
@FunctionalInterface
public interface LakeRefresh {
    /// Called once after all raw objects of a command were written.
    ///
    /// @param bodyKeys lake keys of the raw objects' bytes
    /// @return what was done, for the user
    String refresh(StateFolder state, List<String> bodyKeys);

    /// Leaves the tables as they are, and says so.
    static LakeRefresh none() {
        return (state, bodyKeys) ->
                "%d raw objects are in the lake; its tables were not rebuilt from them."
                        .formatted(bodyKeys.size());
    }
}
