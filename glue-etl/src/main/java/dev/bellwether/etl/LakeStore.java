package dev.bellwether.etl;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.util.SerializableConfiguration;

/// The lake's objects by their keys, wherever Hadoop finds them.
final class LakeStore implements Serializable {
    private static final long serialVersionUID = 1;

    private final String root;
    private final SerializableConfiguration configuration;

    LakeStore(URI lake, SerializableConfiguration configuration) {
        String text = lake.toString();
        this.root = text.endsWith("/") ? text : text + "/";
        this.configuration = configuration;
    }

    /// An object's or a folder's address.
    String uri(String key) {
        return root + key;
    }

    /// Size and key of an object.
    record Entry(String key, long bytes) {}

    /// The objects below the prefix, a folder's name with a slash at its end, in the order of their
    /// keys.
    List<Entry> list(String prefix) {
        List<Entry> entries = new ArrayList<>();
        try {
            FileSystem files = files();
            int rootLength = files.makeQualified(new Path(root)).toUri().getPath().length();
            RemoteIterator<LocatedFileStatus> found = files.listFiles(new Path(uri(prefix)), true);
            while (found.hasNext()) {
                LocatedFileStatus file = found.next();
                String path = file.getPath().toUri().getPath().substring(rootLength);
                entries.add(
                        new Entry(path.startsWith("/") ? path.substring(1) : path, file.getLen()));
            }
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be listed: %s".formatted(uri(prefix), e), e);
        }
        entries.sort((a, b) -> a.key().compareTo(b.key()));
        return Collections.unmodifiableList(entries);
    }

    byte[] read(String key) throws IOException {
        try (FSDataInputStream in = files().open(new Path(uri(key)))) {
            return in.readAllBytes();
        }
    }

    /// Makes the object hold these bytes; one that does already is left alone.
    ///
    /// @return whether it was written
    boolean put(String key, byte[] bytes) {
        Path path = new Path(uri(key));
        try {
            FileSystem files = files();
            if (holds(files, path, key, bytes)) {
                return false;
            }
            try (FSDataOutputStream out = files.create(path, true)) {
                out.write(bytes);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("%s was not written: %s".formatted(path, e), e);
        }
    }

    private boolean holds(FileSystem files, Path path, String key, byte[] bytes)
            throws IOException {
        return files.exists(path)
                && files.getFileStatus(path).getLen() == bytes.length
                && Arrays.equals(read(key), bytes);
    }

    /// Deletes the object, or the folder and all below it, if it is there.
    void delete(String key) {
        try {
            files().delete(new Path(uri(key)), true);
        } catch (IOException e) {
            throw new UncheckedIOException("%s was not deleted: %s".formatted(uri(key), e), e);
        }
    }

    private FileSystem files() throws IOException {
        FileSystem files = new Path(root).getFileSystem(configuration.value());
        // A local folder would get a .crc file beside each object.
        files.setWriteChecksum(false);
        return files;
    }
}
