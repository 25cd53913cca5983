package dev.bellwether.training;

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

/// A folder as `.tar.gz`, as SageMaker packs a model. No times and no owners: the same files give
/// the same bytes.
///
/// Format: POSIX ustar, <https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html>.
final class TarGz {
    private static final int BLOCK = 512;
    private static final int MOST_NAME_BYTES = 100;
    private static final int CHECKSUM = 148;

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
                tar.write(
                        header(
                                folder.relativize(file).toString().replace('\\', '/'),
                                content.length));
                tar.write(content);
                tar.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
            }
            tar.write(new byte[2 * BLOCK]);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(String name, int size) throws IOException {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        if (nameBytes.length > MOST_NAME_BYTES) {
            throw new IOException("The name %s is too long for a tar file".formatted(name));
        }
        byte[] header = new byte[BLOCK];
        put(header, 0, nameBytes);
        put(header, 100, ascii("0000644\0"));
        put(header, 108, ascii("0000000\0"));
        put(header, 116, ascii("0000000\0"));
        put(header, 124, ascii("%011o ".formatted(size)));
        put(header, 136, ascii("%011o ".formatted(0)));
        Arrays.fill(header, CHECKSUM, CHECKSUM + 8, (byte) ' ');
        put(header, 156, ascii("0"));
        put(header, 257, ascii("ustar\00000"));
        int sum = 0;
        for (byte each : header) {
            sum += Byte.toUnsignedInt(each);
        }
        put(header, CHECKSUM, ascii("%06o\0 ".formatted(sum)));
        return header;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void put(byte[] header, int offset, byte[] text) {
        System.arraycopy(text, 0, header, offset, text.length);
    }
}
