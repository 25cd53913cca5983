package dev.bellwether.etl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

/// Puts the files of a table from the staging folder to where queries read them.
///
/// Spark names files anew in each run; here a file is named by its number alone, and a file that is
/// there already with the same bytes stays as it is. What no new file replaces is deleted at the
/// end: a query in the meantime sees old or new files, each of them whole.
record Publication(LakeStore store) {
    private static final String STAGING = "staging/lake-etl/";
    private static final String CURATED = "curated/";
    private static final String ENDING = ".zstd.parquet";
    private static final int NUMBERED_NAME = "part-00000".length();

    /// Where Spark is to write a table.
    static String staging(CuratedTable table) {
        return STAGING + table.id();
    }

    /// Deletes what an earlier run left behind.
    void clear() {
        store.delete(STAGING);
    }

    Published publish(CuratedTable table, long rows) {
        String source = staging(table) + "/";
        String target = CURATED + table.id() + "/";
        Set<String> current = new TreeSet<>();
        int changed = 0;
        long bytes = 0;
        for (LakeStore.Entry entry : store.list(source)) {
            if (entry.key().endsWith(".parquet")) {
                String key = target + name(table, entry.key().substring(source.length()));
                current.add(key);
                bytes += entry.bytes();
                changed += copy(entry.key(), key) ? 1 : 0;
            }
        }
        int removed = 0;
        for (LakeStore.Entry entry : store.list(target)) {
            if (!current.contains(entry.key())) {
                store.delete(entry.key());
                removed++;
            }
        }
        store.delete(staging(table));
        return new Published(table, rows, current.size(), bytes, changed, removed);
    }

    /// `part-00003-<uuid>.c000.zstd.parquet` as `part-00003.zstd.parquet`. A day of `bars` is one
    /// file, whichever task wrote it.
    private static String name(CuratedTable table, String relative) {
        int file = relative.lastIndexOf('/') + 1;
        String number =
                table == CuratedTable.BARS
                        ? "part-00000"
                        : relative.substring(file, file + NUMBERED_NAME);
        return relative.substring(0, file) + number + ENDING;
    }

    private boolean copy(String from, String to) {
        try {
            return store.put(to, ParquetFooter.inOrder(store.read(from)));
        } catch (IOException e) {
            throw new UncheckedIOException("%s was not published".formatted(from), e);
        }
    }
}
