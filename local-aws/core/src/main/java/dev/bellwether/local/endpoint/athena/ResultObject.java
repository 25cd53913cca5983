package dev.bellwether.local.endpoint.athena;

import dev.bellwether.local.athena.QueryResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A result as Athena leaves it in S3: every value in quotes and NULL as nothing at all, so that it
/// differs from an empty text.
final class ResultObject {
    private ResultObject() {}

    static byte[] of(QueryResult result, StatementForm form) {
        StringBuilder text = new StringBuilder();
        switch (form) {
            case DML -> {
                text.append(line(result.columnNames()));
                result.rows().forEach(row -> text.append(line(row)));
            }
            case UTILITY -> result.rows().forEach(row -> text.append(plain(row)));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<? extends @Nullable String> values) {
        return values.stream()
                .map(value -> value == null ? "" : '"' + value.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String plain(List<? extends @Nullable String> values) {
        return values.stream()
                .map(value -> value == null ? "" : value)
                .collect(Collectors.joining("\t", "", "\n"));
    }
}
