package dev.bellwether.localstack.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/// What a run has seen, for people.
final class MappingTable {
    private static final String HEAD =
            """
            # Event source mappings, side by side

            Batches are set apart by `|`, or names of messages with how often each came. Expected is what AWS's documentation says;
            *as expected* means no difference from it.

            | case | documented | expected | local-aws | LocalStack |
            | --- | --- | --- | --- | --- |
            """;

    private MappingTable() {}

    /// Both maps have the same rows in the same order.
    static void write(Map<MappingCase, Outcome> here, Map<MappingCase, Outcome> there) {
        Path file =
                Path.of(System.getProperty("bellwether.home", ".."))
                        .resolve("localstack/target/localstack/mappings.md");
        String rows =
                here.entrySet().stream()
                        .map(row -> row(row.getKey(), row.getValue(), there.get(row.getKey())))
                        .collect(Collectors.joining());
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, HEAD + rows);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing " + file + " failed", e);
        }
    }

    private static String row(MappingCase row, Outcome here, Outcome there) {
        return "| %s | [%s](%s) | %s | %s | %s |%n"
                .formatted(
                        row.id(),
                        row.says(),
                        row.page(),
                        cell(row.expected()),
                        seen(row, here),
                        seen(row, there));
    }

    private static String seen(MappingCase row, Outcome outcome) {
        return outcome.equals(row.expected()) ? "as expected" : cell(outcome);
    }

    private static String cell(Outcome outcome) {
        return outcome.toString().replace("|", "\\|");
    }
}
