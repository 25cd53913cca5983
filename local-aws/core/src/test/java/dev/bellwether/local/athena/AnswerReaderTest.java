package dev.bellwether.local.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
    private static QueryResult read(String answer) throws IOException {
        return AnswerReader.read(new BufferedReader(new StringReader(answer)));
    }

    @Test
    void columnsRowsAndFiguresAreReadFromLines() throws IOException {
        QueryResult result =
                read(
                        """
                        {"columns":[{"name":"Symbol","type":"varchar"},{"name":"close","type":"decimal(18,6)"}]}
                        ["AAPL","269.700000"]
                        ["NEWC",null]
                        {"rows":2,"bytesScanned":512,"wallMillis":140}
                        """);

        assertThat(result.columnNames()).containsExactly("symbol", "close");
        assertThat(result.columns().getLast().type()).isEqualTo("decimal(18,6)");
        assertThat(result.rows().getFirst()).containsExactly("AAPL", "269.700000");
        assertThat(result.rows().getLast()).containsExactly("NEWC", null);
        assertThat(result.bytesScanned()).isEqualTo(512);
        assertThat(result.wallTime()).isEqualTo(Duration.ofMillis(140));
    }

    @Test
    void aFailureAfterRowsIsStillAFailure() {
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() ->
                        read(
                                """
                                {"columns":[{"name":"a","type":"bigint"}]}
                                ["1"]
                                {"error":"DIVISION_BY_ZERO","line":null,"column":null,"message":"Division by zero"}
                                """))
                .satisfies(failure -> {
                    assertThat(failure).hasMessage("Division by zero");
                    assertThat(failure.error()).isEqualTo("DIVISION_BY_ZERO");
                    assertThat(failure.line()).isEmpty();
                });
    }

    @Test
    void anAnswerThatBreaksOffIsNoResult() {
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() ->
                        read(
                                """
                                {"columns":[{"name":"a","type":"bigint"}]}
                                ["1"]
                                """))
                .withMessage("The answer ends after 1 rows");
    }
}
