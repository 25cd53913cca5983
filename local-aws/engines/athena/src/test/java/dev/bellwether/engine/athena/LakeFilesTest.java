package dev.bellwether.engine.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trino.filesystem.FileIterator;
import io.trino.filesystem.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakeFilesTest {
    @TempDir private Path root;

    @Test
    void objectsBelowAPrefixAreListedHoweverDeep() throws IOException {
        Path object = root.resolve("lake/quotes/dt=2025-10-29/hour=09/a.json");
        Files.createDirectories(object.getParent());
        Files.writeString(object, "{}");

        FileIterator files = new LakeFiles(root).listFiles(Location.of("s3://lake/quotes/"));

        assertThat(files.next().location())
                .isEqualTo(Location.of("s3://lake/quotes/dt=2025-10-29/hour=09/a.json"));
        assertThat(files.hasNext()).isFalse();
    }

    @Test
    void aPrefixThatIsNotThereHasNoObjects() throws IOException {
        var files = new LakeFiles(root);
        assertThat(files.listFiles(Location.of("s3://lake/none/")).hasNext()).isFalse();
        assertThat(files.listDirectories(Location.of("s3://lake/none/"))).isEmpty();
        assertThat(files.directoryExists(Location.of("s3://lake/none/"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://../secret",
                "s3://lake/../../secret",
                "s3://./secret",
                "file:///etc/passwd",
                "/etc/passwd"
            })
    void onlyObjectsInBucketsAreReached(String location) {
        assertThatThrownBy(() -> new LakeFiles(root).newInputFile(Location.of(location)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(location);
    }

    @Test
    void nothingIsWrittenOrDeleted() throws IOException {
        var files = new LakeFiles(root);
        Location object = Location.of("s3://lake/a.json");
        assertThatThrownBy(() -> files.newOutputFile(object)).hasMessageContaining("read-only");
        assertThatThrownBy(() -> files.deleteFile(object)).hasMessageContaining("read-only");
        assertThatThrownBy(() -> files.deleteDirectory(object)).hasMessageContaining("read-only");
        assertThatThrownBy(() -> files.renameFile(object, object))
                .hasMessageContaining("read-only");
    }
}
