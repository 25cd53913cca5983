package dev.bellwether.cli.store;

import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.home.StateOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which pipeline a command is about: the local run of a state folder, or a deployed one.
public final class StoreOption {
    private static final String PREFIX = "Bellwether";

    @Mixin private StateOption state = new StateOption();

    @Option(
            names = "--aws",
            description =
                    "The deployed pipeline instead of the local run, with the credentials and the region that AWS's own tools would use.")
    private boolean aws;

    @Option(
            names = "--stack-prefix",
            paramLabel = "PREFIX",
            description =
                    "What the names of the deployed stacks begin with; implies --aws (default: "
                            + PREFIX
                            + ").")
    private @Nullable String prefix;

    /// Where the stores are.
    sealed interface Target {
        /// Under a state folder.
        record Local(StateFolder state) implements Target {}

        /// In the stacks whose names begin so.
        record Deployed(String stackPrefix) implements Target {}
    }

    Target target() {
        return aws || prefix != null
                ? new Target.Deployed(prefix == null ? PREFIX : prefix)
                : new Target.Local(state.folder());
    }
}
