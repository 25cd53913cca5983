package dev.bellwether.engine.athena;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.DefaultTraversalVisitor;
import io.trino.sql.tree.FunctionCall;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every file of `athena-queries`.
class QueryFilesTest {
    /// Functions that Athena's engine version 3 documents; this engine is newer and has more.
    private static final Set<String> FUNCTIONS =
            Set.of(
                    "abs",
                    "avg",
                    "coalesce",
                    "concat",
                    "count",
                    "count_if",
                    "from_iso8601_timestamp",
                    "hour",
                    "lag",
                    "last_value",
                    "max",
                    "max_by",
                    "min",
                    "min_by",
                    "regexp_extract",
                    "round",
                    "row_number",
                    "sum",
                    "with_timezone");

    static List<String> files() throws IOException {
        return QueryFiles.names().stream().filter(name -> name.endsWith(".sql")).toList();
    }

    /// A file that is new here needs a test of its answer.
    @Test
    void everyFileOfTheQueriesFolderIsTestedHere() throws IOException {
        assertThat(QueryFiles.names())
                .containsExactly(
                        "README.md",
                        "adjusted-bars.sql",
                        "alert-history.sql",
                        "anomalies.sql",
                        "as-of.sql",
                        "average-volume.sql",
                        "corporate-actions.sql",
                        "data-condition.sql",
                        "ddl",
                        "first-look.sql",
                        "hourly-highs.sql",
                        "latest-quotes.sql",
                        "prediction-track-record.sql",
                        "price-cases.sql",
                        "rejected-rows.sql",
                        "top-5-price-change.sql",
                        "top-gap-days.sql");
    }

    @ParameterizedTest
    @MethodSource("files")
    void theHeaderHasTheQuestionTheParametersAndASampleResult(String file) throws IOException {
        String text = QueryFiles.read(file);
        String header = text.substring(0, text.indexOf("\nWITH ") + 1);

        assertThat(header.lines()).allMatch(line -> line.startsWith("--"));
        assertThat(header.lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("?"));
        assertThat(header).contains("-- Parameters:").containsPattern("(?m)^-- \\w+ +\\| \\w+");
    }

    @ParameterizedTest
    @MethodSource("files")
    void athenaHasEveryFunction(String file) throws IOException {
        Set<String> called = new TreeSet<>();
        new DefaultTraversalVisitor<Void>() {
            @Override
            protected Void visitFunctionCall(FunctionCall call, Void context) {
                called.add(call.getName().toString());
                return super.visitFunctionCall(call, context);
            }
        }.process(new SqlParser().createStatement(QueryFiles.read(file).replace(";", "")));

        assertThat(FUNCTIONS).containsAll(called);
    }
}
