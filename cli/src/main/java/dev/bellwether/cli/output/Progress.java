package dev.bellwether.cli.output;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/// What a long run says while it works: a line a step on standard error, with the seconds since the
/// start.
///
/// On a terminal the current step's line is rewritten as it moves; elsewhere only finished steps
/// are printed, so that a log stays short.
public final class Progress {
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintWriter out;
    private final boolean terminal;
    private final long startedNanos;

    /// Progress that counts from now.
    ///
    /// @param terminal whether `out` is a terminal that a person watches
    public Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.startedNanos = System.nanoTime();
    }

    /// Says what a step has come to; on a terminal only, and gone with the next line.
    public void moving(String step, String text) {
        if (terminal) {
            out.print(CLEAR_LINE + line(step, text));
            out.flush();
        }
    }

    /// Says that a step is done.
    public void done(String step, String text) {
        out.println((terminal ? CLEAR_LINE : "") + line(step, text));
        out.flush();
    }

    /// Says something the user should know, without a step.
    public void warning(String text) {
        out.println((terminal ? CLEAR_LINE : "") + "  warning: " + text);
        out.flush();
    }

    /// Time since the start.
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private String line(String step, String text) {
        return String.format(
                Locale.ROOT, "%6.1f s  %-12s %s", elapsed().toMillis() / 1000.0, step, text);
    }
}
