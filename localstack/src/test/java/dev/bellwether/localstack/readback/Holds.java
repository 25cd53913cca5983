package dev.bellwether.localstack.readback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What holds each property apart from LocalStack, as infra-cdk's properties.txt has it and
/// PropertiesTest proves it.
///
/// @param leftOut types that local-aws knowingly does not run, and why
record Holds(List<Line> lines, Map<String, String> leftOut) {
    private static final String NONE = "-";

    /// A line of the file.
    record Line(String type, String path, String localAws, List<String> staticChecks) {}

    static Holds read(Path home, Map<String, String> leftOut) {
        Path file = home.resolve("infra-cdk/src/test/resources/properties.txt");
        try {
            return new Holds(
                    Files.readAllLines(file).stream()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split(" \\| "))
                            .map(cells ->
                                    new Line(
                                            cells[0],
                                            cells[1],
                                            cells[2],
                                            cells[3].equals(NONE)
                                                    ? List.of()
                                                    : List.of(cells[3].split(", "))))
                            .toList(),
                    leftOut);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file + " failed", e);
        }
    }

    private Optional<Line> line(Property property) {
        return lines.stream()
                .filter(line -> property.isWithin(line.type(), line.path()))
                .max(Comparator.comparingInt(line -> line.path().length()));
    }

    /// The test that shows local-aws acting the property out.
    Optional<String> localAwsTest(Property property) {
        return line(property).map(Line::localAws).filter(cell -> cell.contains("#"));
    }

    /// Why local-aws does not act the property out.
    String localAwsReason(Property property) {
        String reason = leftOut.get(property.type());
        return reason != null
                ? reason
                : line(property)
                        .map(line -> line.localAws().replaceFirst("^(no|read): ", ""))
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "properties.txt has no line for " + property));
    }

    List<String> staticChecks(Property property) {
        return line(property).map(Line::staticChecks).orElse(List.of());
    }
}
