package dev.bellwether.local.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// A folder as `.tar.gz`, as SageMaker packs a model: the same files give the same bytes.
///
/// Format: POSIX ustar, <https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html>.
final class TarGz {
    private static final int BLOCK = 512;
    private static final int CHECKSUM_OFFSET = 148;

    private TarGz() {}

    static byte[] of(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream tar = new GZIPOutputStream(bytes)) {
            for (Path file : files) {
                byte[] content = Files.readAllBytes(file);
                String name = folder.relativize(file).toString().replace('\\', '/');
                tar.write(header(name, content.length));
                tar.write(content);
                tar.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
            }
            tar.write(new byte[2 * BLOCK]);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(String name, int size) {
        byte[] header = new byte[BLOCK];
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        if (nameBytes.length > 100) {
            throw new IllegalArgumentException(
                    "The name %s is too long for a tar file".formatted(name));
        }
        put(header, 0, nameBytes);
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, "%011o ".formatted(size));
        put(header, 136, "%011o ".formatted(0));
        Arrays.fill(header, CHECKSUM_OFFSET, CHECKSUM_OFFSET + 8, (byte) ' ');
        header[156] = '0';
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte each : header) {
            sum += each & 0xff;
        }
        put(header, CHECKSUM_OFFSET, "%06o\0 ".formatted(sum));
        return header;
    }

    private static void put(byte[] header, int offset, String text) {
        put(header, offset, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void put(byte[] header, int offset, byte[] text) {
        System.arraycopy(text, 0, header, offset, text.length);
    }
}
