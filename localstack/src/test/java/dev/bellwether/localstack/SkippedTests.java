package dev.bellwether.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Writes down which tests were skipped: the build of profile `localstack` fails when there is such
/// a file, for a skipped test must not look like a passed one.
public final class SkippedTests implements TestExecutionListener {
    private static final Path FILE = Suite.target().resolve("skipped.txt");

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        try {
            Files.deleteIfExists(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException("Deleting " + FILE + " failed", e);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        note(test.getDisplayName() + ": " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED) {
            note(test.getDisplayName() + ": " + result.getThrowable().map(Throwable::getMessage));
        }
    }

    private static void note(String line) {
        try {
            Files.writeString(
                    FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing " + FILE + " failed", e);
        }
    }
}
