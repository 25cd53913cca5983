package dev.bellwether.cli.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitFileTest {
    private static final Symbol ACME = Symbol.of("ACME");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "effective_date,split_factor\r\n2020-08-31,4.0000\r\n2014-06-09,7.0000\r\n",
                "symbol,effective_date,split_factor\nACME,2014-06-09,7\nACME,2020-08-31,4\nACME,2020-08-31,4:1\n",
                "{\"symbol\":\"ACME\",\"data\":[{\"effective_date\":\"2020-08-31\",\"split_factor\":\"4.0000\"},"
                        + "{\"effective_date\":\"2014-06-09\",\"split_factor\":\"7.0000\"}]}"
            })
    void splitsAreReadInTheProvidersForms(String text) throws Exception {
        assertThat(SplitFile.read(write(text), Optional.of(ACME)))
                .containsExactlyInAnyOrder(
                        new Split(
                                ACME,
                                LocalDate.of(2020, 8, 31),
                                Instant.parse("2020-08-31T04:00:00Z"),
                                4,
                                1),
                        new Split(
                                ACME,
                                LocalDate.of(2014, 6, 9),
                                Instant.parse("2014-06-09T04:00:00Z"),
                                7,
                                1));
    }

    @Test
    void aStockThatWasNeverSplitHasNone() throws Exception {
        assertThat(SplitFile.read(write("{\"symbol\":\"A\",\"data\":[]}"), Optional.of(ACME)))
                .isEmpty();
        assertThat(SplitFile.read(write("effective_date,split_factor\n"), Optional.of(ACME)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date,factor;2020-08-31,4 | none of the known forms; its first line is: date,factor",
                "effective_date,split_factor;2020-08-31,four | line 2: split 'four' is no number",
                "effective_date,split_factor;2020-08-31,1.0000 | line 2: a split of one share for one is none",
                "effective_date,split_factor;31.8.2020,4 | line 2: '31.8.2020' is no day",
                "effective_date,split_factor;2020-08-31,4;2020-08-31,5 | line 3: another row says otherwise of ACME 2020-08-31",
                "symbol,effective_date,split_factor;acme,2020-08-31,4 | is no symbol",
                "{\"Information\":\"limit\"} | failure body of a provider"
            })
    void aFileThatIsNoneIsRefusedWithTheReason(String text, String reason) throws IOException {
        Path file = write(text.replace(';', '\n'));

        assertThat(
                        catchThrowableOfType(
                                BadFileException.class,
                                () -> SplitFile.read(file, Optional.of(ACME))))
                .hasMessageContaining(reason);
    }

    @Test
    void aFilesNameSaysWhoseTheyAre() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("splits_NVDA.csv"),
                        "effective_date,split_factor\n2024-06-10,10.0\n");

        for (Optional<Symbol> only :
                List.of(Optional.<Symbol>empty(), Optional.of(Symbol.of("IBM")))) {
            assertThat(SplitFile.read(file, only))
                    .extracting(Split::symbol)
                    .containsExactly(Symbol.of("NVDA"));
        }
    }

    @Test
    void splitsOfNobodyInParticularAreNotGuessed() throws IOException {
        Path file = write("effective_date,split_factor\n2020-08-31,4\n");

        assertThat(
                        catchThrowableOfType(
                                BadFileException.class,
                                () -> SplitFile.read(file, Optional.empty())))
                .hasMessageContaining("column symbol");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("splits.csv"), text);
    }
}
