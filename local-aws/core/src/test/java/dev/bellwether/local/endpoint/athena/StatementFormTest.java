package dev.bellwether.local.endpoint.athena;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementFormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "-- show me\n-- all\nSELECT 1",
                "/* show\n all */ WITH a AS (SELECT 1) SELECT * FROM a",
                "(SELECT 1)",
                ""
            })
    void whatSelectsHasALineOfNames(String sql) {
        assertThat(StatementForm.of(sql)).isEqualTo(StatementForm.DML);
    }

    @Test
    void whatDescribesHasRowsAlone() {
        assertThat(StatementForm.of("-- tables\n show tables")).isEqualTo(StatementForm.UTILITY);
        assertThat(StatementForm.of("EXPLAIN(TYPE IO) SELECT 1")).isEqualTo(StatementForm.UTILITY);
    }
}
