package dev.bellwether.local.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarGzTest {
    @TempDir Path folder;

    @Test
    void filesLieInBlocksBehindHeadersWithARightChecksum() throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("a.txt"), "hello");
        Files.writeString(folder.resolve("sub/b.txt"), "x".repeat(512));

        byte[] tar = new GZIPInputStream(new ByteArrayInputStream(TarGz.of(folder))).readAllBytes();

        assertThat(tar).hasSize((2 + 2 + 2) * 512);
        assertThat(text(tar, 0, 5)).isEqualTo("a.txt");
        assertThat(text(tar, 257, 8)).isEqualTo("ustar\0" + "00");
        assertThat(text(tar, 512, 5)).isEqualTo("hello");
        assertThat(text(tar, 1024, 9)).isEqualTo("sub/b.txt");
        int stored = Integer.parseInt(text(tar, 148, 6), 8);
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += i >= 148 && i < 156 ? ' ' : tar[i] & 0xff;
        }
        assertThat(stored).isEqualTo(sum);
        assertThat(TarGz.of(folder)).isEqualTo(TarGz.of(folder));
    }

    private static String text(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.US_ASCII);
    }
}
