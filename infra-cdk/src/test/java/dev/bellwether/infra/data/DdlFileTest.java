package dev.bellwether.infra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DdlFileTest {
    private static final String TABLE =
            """
            -- A table; with a comment.
            CREATE EXTERNAL TABLE ticks (
                symbol string,
                `timestamp` timestamp,
                price decimal(18,6)
            )
            PARTITIONED BY (dt string)
            ROW FORMAT SERDE 'a.Serde'
            WITH SERDEPROPERTIES (
                'field.delim' = ','
            )
            STORED AS
                INPUTFORMAT 'an.Input'
                OUTPUTFORMAT 'an.Output'
            LOCATION 's3://<lake>/ticks/'
            TBLPROPERTIES (
                'projection.dt.range' = '<start>,<end>',
                'storage.location.template' = 's3://<lake>/ticks/dt=${dt}'
            );
            """;
    private static final String VIEW =
            """
            -- A view.
            --
            -- Columns:
            --   symbol string,
            --   price decimal(18,6)
            CREATE OR REPLACE VIEW last AS
            SELECT symbol, price
            FROM ticks;
            """;

    @TempDir private Path folder;

    private LakeDefinition read(String name, String text) throws IOException {
        return DdlFile.read(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void aTableIsReadWithEverythingItDeclares() throws IOException {
        assertThat(read("ticks.sql", TABLE))
                .isEqualTo(
                        new LakeTable(
                                "ticks",
                                Column.listOf(
                                        "symbol string, timestamp timestamp, price decimal(18,6)"),
                                Column.listOf("dt string"),
                                "a.Serde",
                                Map.of("field.delim", ","),
                                "an.Input",
                                "an.Output",
                                "s3://<lake>/ticks/",
                                Map.of(
                                        "EXTERNAL",
                                        "TRUE",
                                        "projection.dt.range",
                                        "<start>,<end>",
                                        "storage.location.template",
                                        "s3://<lake>/ticks/dt=${dt}")));
    }

    @Test
    void aViewIsReadWithTheColumnsOfItsComment() throws IOException {
        assertThat(read("last.sql", VIEW))
                .isEqualTo(
                        new LakeView(
                                "last",
                                Column.listOf("symbol string, price decimal(18,6)"),
                                "SELECT symbol, price\nFROM ticks"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    ROW FORMAT SERDE | ROW FORMAT SERD
                    STORED AS | COMMENT 'prices' STORED AS
                    price decimal(18,6) | price decimal(18,6) COMMENT 'of it'
                    symbol string, | symbol string
                    ); | )
                    'field.delim' = ',' | 'field.delim' ','
                    EXTERNAL TABLE | EXTERNAL TABLE IF NOT EXISTS
                    """)
    void whatIsNotInTheFormIsRefused(String declared, String instead) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("ticks.sql", TABLE.replace(declared, instead)))
                .withMessageContaining("ticks.sql is not read");
    }

    @Test
    void aPropertyThatIsThereTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        read(
                                "ticks.sql",
                                TABLE.replace(
                                        "'field.delim' = ','",
                                        "'field.delim' = ',', 'field.delim' = ';'")))
                .withMessage("field.delim is there twice");
    }

    @Test
    void aFileIsNamedAfterWhatItDeclares() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("prices.sql", TABLE))
                .withMessageEndingWith("prices.sql declares ticks: name the file after it");
    }

    @Test
    void aViewWithoutColumnsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("last.sql", VIEW.replace("-- Columns:", "-- Its columns:")))
                .withMessageContaining("does not end its comment in the view's columns");
    }
}
