package dev.bellwether.cli.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillMemoryTest {
    private static final LocalDate HORIZON = LocalDate.of(2025, 11, 28);

    @TempDir private Path folder = Path.of("");

    @Test
    void whatIsWrittenIsRead() {
        Remembered remembered =
                new Remembered(HORIZON, Symbol.listOf("IBM,BRK.B"), Symbol.listOf("IBM"));
        memory().write(remembered);

        assertThat(memory().read(HORIZON)).isEqualTo(remembered);
        assertThat(folder.resolve("backfill.json.new")).doesNotExist();
    }

    @Test
    void withTheNextSessionEverythingMayBeAskedForAgain() {
        memory().write(new Remembered(HORIZON, Symbol.listOf("IBM"), List.of()));

        assertThat(memory().read(HORIZON.plusDays(3)))
                .isEqualTo(Remembered.nothing(HORIZON.plusDays(3)));
    }

    @Test
    void aBrokenFileSaysWhatToDo() throws IOException {
        Files.writeString(folder.resolve("backfill.json"), "{\"horizon\":");

        assertThatThrownBy(() -> memory().read(HORIZON))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("Delete it");
    }

    private BackfillMemory memory() {
        return new BackfillMemory(new StateFolder(folder));
    }
}
