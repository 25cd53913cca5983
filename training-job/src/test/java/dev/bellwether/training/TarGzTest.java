package dev.bellwether.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TarGzTest {
    @TempDir Path folder;
    @TempDir Path other;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(folder.resolve("symbols"));
        Files.writeString(folder.resolve("manifest.json"), "{}\n");
        // Ends at a block's end.
        Files.writeString(folder.resolve("symbols/AAPL.json"), "x".repeat(1_024));
        Files.writeString(folder.resolve("symbols/empty.json"), "");
    }

    @Test
    @EnabledOnOs(
            value = {OS.LINUX, OS.MAC},
            disabledReason = "tar is there")
    void tarUnpacksIt() throws Exception {
        Path packed = Files.write(other.resolve("model.tar.gz"), TarGz.of(folder));

        Process tar =
                new ProcessBuilder("tar", "-xzvf", packed.toString(), "-C", other.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(tar.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("rror");
        assertThat(other.resolve("manifest.json")).hasContent("{}\n");
        assertThat(other.resolve("symbols/AAPL.json")).hasContent("x".repeat(1_024));
        assertThat(other.resolve("symbols/empty.json")).isEmptyFile();
    }

    @Test
    void theSameFilesGiveTheSameBytesWhenEverTheyWereWritten() throws IOException {
        byte[] first = TarGz.of(folder);

        Files.setLastModifiedTime(
                folder.resolve("manifest.json"), FileTime.from(Instant.EPOCH.plusSeconds(86_400)));

        assertThat(TarGz.of(folder)).isEqualTo(first);
    }

    @Test
    void aNameThatTheFormatHasNoSpaceForIsRefused() throws IOException {
        Files.writeString(folder.resolve("x".repeat(101)), "");

        assertThatThrownBy(() -> TarGz.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too long for a tar file");
    }
}
