package dev.bellwether.cli.bars;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads a file's text, and its table if it holds one.
final class FileText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FileText() {}

    static FileTable table(Path file) throws BadFileException {
        String text = read(file);
        if (text.isBlank()) {
            throw new BadFileException(file, "is empty");
        }
        return switch (text.stripLeading().charAt(0)) {
            case '{', '[' -> JsonTable.read(file, text);
            case '<' -> throw new BadFileException(file, "is a web page, not a file of prices");
            default -> CsvTable.read(file, text);
        };
    }

    private static String read(Path file) throws BadFileException {
        if (Files.isDirectory(file)) {
            throw new BadFileException(file, "is a folder; name the files in it");
        }
        if (!Files.exists(file)) {
            throw new BadFileException(file, "is not there");
        }
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw new BadFileException(file, "is no UTF-8 text");
        } catch (IOException e) {
            throw new BadFileException(file, "cannot be read: " + e);
        }
    }
}
