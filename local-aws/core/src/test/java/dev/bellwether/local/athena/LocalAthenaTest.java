package dev.bellwether.local.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bellwether.local.child.ChildException;
import dev.bellwether.local.child.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real engine behind the supervisor, as the command line starts it.
class LocalAthenaTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir private static Path state;
    private static Supervisor supervisor;
    private static LocalAthena athena;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(
                Files.exists(EngineFixture.CLASS_PATH_FILE),
                "local-aws/engines/athena is not built: its package phase writes "
                        + EngineFixture.CLASS_PATH_FILE);
        supervisor = Supervisor.start(JAVA, state.resolve("supervisor.log"));
        athena =
                LocalAthena.start(
                        supervisor, settings(EngineFixture.classPath()), EngineFixture.catalog());
    }

    @AfterAll
    static void stop() {
        if (supervisor != null) {
            supervisor.close();
        }
    }

    private static AthenaSettings settings(String classPath) {
        return new AthenaSettings(
                JAVA,
                classPath,
                EngineFixture.LAKE,
                state.resolve("athena"),
                state.resolve("logs/athena.log"));
    }

    @Test
    void aQueryGivesColumnsRowsAndFigures() {
        QueryResult result =
                athena.query(
                        "SELECT symbol AS \"Symbol\", max(target_date) AS last_day, count(*) AS days"
                                + " FROM predictions GROUP BY symbol ORDER BY symbol DESC LIMIT 2;");

        assertThat(result.columns())
                .containsExactly(
                        new QueryResult.Column("symbol", "varchar"),
                        new QueryResult.Column("last_day", "date"),
                        new QueryResult.Column("days", "bigint"));
        assertThat(result.rows().getFirst()).containsExactly("MSFT", "2025-10-30", "2");
        assertThat(result.rows()).hasSize(2);
        assertThat(result.bytesScanned()).isPositive();
    }

    @Test
    void anErrorTellsItsPlaceAndTheEngineGoesOn() {
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> athena.query("SELECT *\nFROM no_such_table"))
                .withMessage(
                        "line 2:6: Table 'awsdatacatalog.bellwether.no_such_table' does not exist")
                .satisfies(failure -> {
                    assertThat(failure.error()).isEqualTo("TABLE_NOT_FOUND");
                    assertThat(failure.line()).hasValue(2);
                    assertThat(failure.column()).hasValue(6);
                });
        assertThat(athena.query("SELECT count(*) FROM quotes").rows().getFirst())
                .containsExactly("12");
    }

    @Test
    void whatDoesNotStartTellsWhy() {
        assertThatExceptionOfType(ChildException.class)
                .isThrownBy(() ->
                        LocalAthena.start(
                                supervisor, settings("no-such.jar"), EngineFixture.catalog()))
                .withMessageContaining("dev.bellwether.engine.athena.AthenaEngine");
    }
}
