package dev.bellwether.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BucketFileSystemTest {
    @TempDir private java.nio.file.Path root;
    private final BucketFileSystem files = new BucketFileSystem();

    @BeforeEach
    void makeABucket() throws IOException {
        Files.createDirectories(root.resolve("lake"));
        Configuration configuration = new Configuration(false);
        configuration.set(BucketFileSystem.ROOT, root.toString());
        files.initialize(URI.create("s3://lake"), configuration);
    }

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    @Test
    void anObjectIsThePlainFileThatS3sEngineKeeps() throws IOException {
        write("curated/bars/dt=2026-11-20/part-00000.parquet", "bars");

        assertThat(root.resolve("lake/curated/bars/dt=2026-11-20/part-00000.parquet"))
                .hasContent("bars");
        assertThat(read("curated/bars/dt=2026-11-20/part-00000.parquet")).isEqualTo("bars");
    }

    @Test
    void anObjectIsThereWhenItIsWhole() throws IOException {
        write("a/b", "old");
        try (FSDataOutputStream out = files.create(path("a/b"), true)) {
            out.write("ne".getBytes(StandardCharsets.UTF_8));
            out.flush();
            assertThat(read("a/b")).isEqualTo("old");
            out.write('w');
        }

        assertThat(read("a/b")).isEqualTo("new");
    }

    @Test
    void anObjectIsNotReplacedUnlessThatIsWanted() throws IOException {
        write("a/b", "old");

        assertThatThrownBy(() -> files.create(path("a/b"), false).close())
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aReadBeginsAnywhere() throws IOException {
        write("a", "0123456789");
        try (FSDataInputStream in = files.open(path("a"))) {
            in.seek(4);
            assertThat(in.read()).isEqualTo('4');
            assertThat(in.getPos()).isEqualTo(5);
            byte[] two = new byte[2];
            in.readFully(8, two);
            assertThat(two).containsExactly('8', '9');
            assertThat(in.getPos()).isEqualTo(5);
        }
    }

    @Test
    void theLastObjectsEndIsItsFoldersTooButNeverTheBuckets() throws IOException {
        write("staging/etl/one", "1");
        write("staging/etl/two", "2");

        assertThat(files.delete(path("staging/etl/one"), false)).isTrue();
        assertThat(root.resolve("lake/staging/etl")).exists();
        assertThat(files.delete(path("staging/etl/two"), false)).isTrue();

        assertThat(root.resolve("lake/staging")).doesNotExist();
        assertThat(root.resolve("lake")).exists();
        assertThat(files.delete(path("staging/etl/two"), false)).isFalse();
    }

    @Test
    void aFolderIsDeletedWithAllBelowItOnlyIfThatIsWanted() throws IOException {
        write("a/b/c", "1");

        assertThatThrownBy(() -> files.delete(path("a"), false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not empty");
        assertThat(files.delete(path("a"), true)).isTrue();
        assertThat(root.resolve("lake/a")).doesNotExist();
    }

    @Test
    void aRenameMovesAnObjectAndItsEmptyFolderGoes() throws IOException {
        write("from/a", "1");
        write("to/other", "2");

        assertThat(files.rename(path("from/a"), path("to"))).isTrue();

        assertThat(read("to/a")).isEqualTo("1");
        assertThat(root.resolve("lake/from")).doesNotExist();
        assertThat(files.rename(path("from/a"), path("to"))).isFalse();
    }

    @Test
    void aListingIsInOrderAndWithoutUnfinishedUploads() throws IOException {
        write("a/two:2", "22");
        write("a/one", "1");
        Files.writeString(root.resolve("lake/a/.upload"), "unfinished");
        write("a/deep/three", "333");

        List<String> names = new ArrayList<>();
        for (FileStatus status : files.listStatus(path("a"))) {
            names.add(status.getPath().getName() + (status.isDirectory() ? "/" : ""));
        }
        List<String> keys = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> all = files.listFiles(path("a"), true);
        while (all.hasNext()) {
            LocatedFileStatus found = all.next();
            keys.add(found.getPath() + " " + found.getLen());
        }

        assertThat(names).containsExactly("deep/", "one", "two:2");
        assertThat(keys)
                .containsExactlyInAnyOrder(
                        "s3://lake/a/deep/three 3", "s3://lake/a/one 1", "s3://lake/a/two:2 2");
    }

    @Test
    void whatIsNotThereIsSaidNotToBe() {
        assertThatThrownBy(() -> files.getFileStatus(path("none")))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessage("There is no s3://lake/none");
        assertThatThrownBy(() -> files.open(path("none")).close())
                .isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void noKeyLeadsOutOfItsBucket() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> files.getFileStatus(new Path("s3", "lake", "/../other/secret")));
    }

    @Test
    void anObjectCannotBeAppendedTo() throws IOException {
        write("a", "1");

        assertThatThrownBy(() -> files.append(path("a"))).hasMessageContaining("appended");
    }

    private static Path path(String key) {
        return new Path("s3", "lake", "/" + key);
    }

    private void write(String key, String text) throws IOException {
        try (FSDataOutputStream out = files.create(path(key), true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String read(String key) throws IOException {
        try (FSDataInputStream in = files.open(path(key))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
