package dev.bellwether.cli.bars;

import java.nio.file.Path;

/// A file cannot be used. The message names it and says what is wrong with it, and where.
public final class BadFileException extends Exception {
    private static final long serialVersionUID = 1L;

    BadFileException(Path file, String problem) {
        super(file + ": " + problem);
    }
}
