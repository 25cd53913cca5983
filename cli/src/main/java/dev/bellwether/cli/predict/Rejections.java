package dev.bellwether.cli.predict;

import dev.bellwether.lake.Rejection;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rows that did not become bars.
final class Rejections {
    private static final Pattern DAY = Pattern.compile("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b");

    private Rejections() {}

    static void print(Path file, String form, Rejection rejected, PrintWriter errors) {
        errors.printf(
                "%s: %s %d rejected (%s): %s: %s%n",
                file,
                form.endsWith("-json") ? "element" : "line",
                rejected.line(),
                rejected.reason().id(),
                rejected.detail(),
                rejected.record());
    }

    /// The day that a rejected row is of, as far as it can be told.
    static Optional<LocalDate> findDay(String row) {
        Matcher found = DAY.matcher(row);
        try {
            return found.find() ? Optional.of(LocalDate.parse(found.group())) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
