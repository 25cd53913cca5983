package dev.bellwether.local.athena;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.local.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeCatalogTest {
    @TempDir private Path folder;

    @Test
    void theFormIsTheOneThatTheEngineIsTestedOn() throws IOException {
        Path file = folder.resolve("catalog.json");

        EngineFixture.catalog().write(file);

        assertThat(Json.parse(Files.readAllBytes(file)))
                .isEqualTo(Json.parse(Files.readAllBytes(EngineFixture.CATALOG)));
    }
}
