package dev.bellwether.market.lake;

import dev.bellwether.market.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// What tells two training sets apart: one hash over the names and contents of their files.
///
/// Who writes a set and who trains on it compute it alike, so that the job can tell whether it was
/// given the set that was announced. A file's own hash is enough: nobody has to hold all files.
public final class TrainingSetHash {
    /// What the names of the files of bars begin with, `bars/AAPL.csv`.
    public static final String BARS = "bars/";

    /// What the names of the files of facts begin with, `facts/splits.csv`.
    public static final String FACTS = "facts/";

    private TrainingSetHash() {}

    /// The 64 hex digits of the SHA-256 of the lines that `sha256sum` prints of the files, in the
    /// order of their names.
    ///
    /// @param sha256ByName SHA-256 of each file's content, in hex digits, by the file's name
    public static String of(Map<String, String> sha256ByName) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(sha256ByName)
                .forEach((name, sha256) ->
                        lines.append(sha256).append("  ").append(name).append('\n'));
        return Sha256.hex(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
