package dev.bellwether.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.lake.LocalLake;
import dev.bellwether.cli.query.AthenaSession;
import dev.bellwether.market.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A lake that `import` and the real Spark job make in a state folder that was empty.
final class ImportedLake implements AutoCloseable {
    private final Path state;
    private @Nullable AthenaSession athena;

    ImportedLake(Path state) {
        this.state = state;
    }

    /// Imports these files by one command.
    Bellwether.Result take(List<Path> files, String... options) {
        return Bellwether.run(
                state,
                Stream.concat(
                                Stream.concat(
                                        Stream.of("import"), files.stream().map(Path::toString)),
                                Stream.of(options))
                        .toArray(String[]::new));
    }

    /// Puts an object into the lake's bucket.
    void put(String key, String text) throws IOException {
        Path object = LocalLake.of(new StateFolder(state)).folder().resolve(key);
        Files.createDirectories(object.getParent());
        Files.writeString(object, text);
    }

    /// Deletes the curated tables and makes them again.
    void rebuild() {
        Bellwether.Result rebuilt = Bellwether.run(state, "rebuild");
        assertThat(rebuilt.exitStatus())
                .as(() -> String.join("\n", rebuilt.progress()))
                .isEqualTo(ExitStatus.OK);
    }

    /// The answer of the local Athena, columns joined by `|`. It stays up for the next question.
    List<String> rows(String sql) {
        if (athena == null) {
            StateFolder folder = new StateFolder(state);
            athena = AthenaSession.start(Home.current(), folder, folder.lastAssembly());
        }
        return athena.query(sql).rows().stream()
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining("|")))
                .toList();
    }

    /// The answer to a question of `athena-queries`, its file unchanged.
    List<String> answer(String file) throws IOException {
        return rows(Files.readString(Bellwether.home().resolve("athena-queries").resolve(file)));
    }

    /// SHA-256 of the curated objects, by key.
    SortedMap<String, String> curated() throws IOException {
        return digests("curated/");
    }

    /// SHA-256 of the objects whose keys begin so, by key.
    SortedMap<String, String> digests(String prefix) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (LocalLake.LakeObject object : LocalLake.of(new StateFolder(state)).objects(prefix)) {
            digests.put(object.key(), Sha256.hex(Files.readAllBytes(object.file())));
        }
        return digests;
    }

    @Override
    public void close() {
        if (athena != null) {
            athena.close();
            athena = null;
        }
    }
}
