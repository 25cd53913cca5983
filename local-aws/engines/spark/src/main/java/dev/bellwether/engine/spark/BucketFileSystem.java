package dev.bellwether.engine.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/// `s3://<bucket>/<key>` as the plain file `<root>/<bucket>/<key>`, where S3's engine keeps it.
///
/// As in S3, an object is there when it is whole, and replaces one of its key in one step; and
/// folders exist only through the objects below them: the last object's end is its folders' too.
public final class BucketFileSystem extends FileSystem {
    /// Key of the folder that holds the buckets.
    static final String ROOT = "fs.bellwether.root";

    private static final int BLOCK_BYTES = 32 << 20;

    /// Held while folders come and go: one that is about to get an object must not be taken for
    /// empty by whoever deletes another.
    static final Object FOLDERS = new Object();

    private URI uri = URI.create("s3:///");
    private java.nio.file.Path bucket = java.nio.file.Path.of("");

    @Override
    public void initialize(URI name, Configuration configuration) throws IOException {
        super.initialize(name, configuration);
        setConf(configuration);
        uri = URI.create(name.getScheme() + "://" + name.getAuthority());
        bucket =
                java.nio.file.Path.of(configuration.get(ROOT))
                        .toAbsolutePath()
                        .normalize()
                        .resolve(name.getAuthority());
    }

    @Override
    public String getScheme() {
        return "s3";
    }

    @Override
    public URI getUri() {
        return uri;
    }

    private java.nio.file.Path file(Path path) {
        String key = makeQualified(path).toUri().getPath();
        java.nio.file.Path file = bucket.resolve(key.substring(1)).normalize();
        if (!file.startsWith(bucket)) {
            throw new IllegalArgumentException(path + " is no place in a bucket");
        }
        return file;
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        getFileStatus(path);
        return new FSDataInputStream(new ObjectInput(file(path)));
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        java.nio.file.Path target = file(path);
        if (!overwrite && Files.exists(target)) {
            throw new FileAlreadyExistsException(path + " is there already");
        }
        return new FSDataOutputStream(new ObjectOutput(target), statistics);
    }

    @Override
    public FSDataOutputStream append(Path path, int bufferSize, Progressable progress)
            throws IOException {
        throw new IOException("An object of S3 cannot be appended to: " + path);
    }

    @Override
    public boolean rename(Path source, Path target) throws IOException {
        java.nio.file.Path from = file(source);
        java.nio.file.Path to = file(target);
        if (!Files.exists(from)) {
            return false;
        }
        if (Files.isDirectory(to)) {
            to = to.resolve(from.getFileName());
        }
        synchronized (FOLDERS) {
            Files.createDirectories(parent(to));
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            prune(parent(from));
        }
        return true;
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        java.nio.file.Path file = file(path);
        if (!Files.exists(file)) {
            return false;
        }
        synchronized (FOLDERS) {
            deleteTree(path, file, recursive);
            prune(parent(file));
        }
        return true;
    }

    /// Every file lies in a bucket's folder.
    private static java.nio.file.Path parent(java.nio.file.Path file) {
        return Objects.requireNonNull(file.getParent(), "a file in a bucket has a folder");
    }

    private static void deleteTree(Path path, java.nio.file.Path file, boolean recursive)
            throws IOException {
        try (Stream<java.nio.file.Path> walk = Files.walk(file)) {
            List<java.nio.file.Path> all = walk.sorted(Comparator.reverseOrder()).toList();
            if (all.size() > 1 && !recursive) {
                throw new IOException(path + " is not empty");
            }
            for (java.nio.file.Path one : all) {
                Files.deleteIfExists(one);
            }
        }
    }

    private void prune(java.nio.file.Path folder) throws IOException {
        for (java.nio.file.Path empty = folder;
                empty != null && empty.startsWith(bucket) && !empty.equals(bucket);
                empty = empty.getParent()) {
            if (!Files.exists(empty)) {
                continue;
            }
            try (Stream<java.nio.file.Path> children = Files.list(empty)) {
                if (children.findAny().isPresent()) {
                    return;
                }
            }
            Files.deleteIfExists(empty);
        }
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        FileStatus status = getFileStatus(path);
        if (status.isFile()) {
            return new FileStatus[] {status};
        }
        try (Stream<java.nio.file.Path> children = Files.list(file(path))) {
            // S3's engine keeps unfinished uploads in files that begin with a dot.
            List<String> names =
                    children.map(child -> child.getFileName().toString())
                            .filter(name -> !name.startsWith("."))
                            .sorted()
                            .toList();
            FileStatus[] found = new FileStatus[names.size()];
            for (int i = 0; i < found.length; i++) {
                found[i] =
                        getFileStatus(
                                new Path(makeQualified(path), new Path(null, null, names.get(i))));
            }
            return found;
        }
    }

    @Override
    public void setWorkingDirectory(Path folder) {
        // There is none: keys are whole.
    }

    @Override
    public Path getWorkingDirectory() {
        return new Path(uri.toString() + "/");
    }

    @Override
    public boolean mkdirs(Path path, FsPermission permission) throws IOException {
        synchronized (FOLDERS) {
            Files.createDirectories(file(path));
        }
        return true;
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        java.nio.file.Path file = file(path);
        if (!Files.exists(file)) {
            throw new FileNotFoundException("There is no " + path);
        }
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStatus(
                attributes.isDirectory() ? 0 : attributes.size(),
                attributes.isDirectory(),
                1,
                BLOCK_BYTES,
                attributes.lastModifiedTime().toMillis(),
                makeQualified(path));
    }
}
