package dev.bellwether.cli.home;

/// What the command's exit status says.
public final class ExitStatus {
    /// All was done; there may have been warnings.
    public static final int OK = 0;

    /// Something failed; the message says what.
    public static final int FAILURE = 1;

    /// The command line was wrong.
    public static final int USAGE = 2;

    /// Done in part: a requested symbol got no bars, or a record was quarantined.
    public static final int PARTIAL = 3;

    private ExitStatus() {}
}
