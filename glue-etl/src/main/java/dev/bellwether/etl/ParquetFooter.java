package dev.bellwether.etl;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/// Brings what a Parquet file says about itself into one order.
///
/// The writer lists a column's encodings in the order of a hash set of enum constants, which is
/// another in each JVM: of the same rows, two runs would make files of other bytes.
/// <https://parquet.apache.org/docs/file-format/metadata/>
final class ParquetFooter {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL_BYTES = Integer.BYTES + MAGIC.length;

    private ParquetFooter() {}

    /// The same file with its footer in order.
    static byte[] inOrder(byte[] file) throws IOException {
        int length =
                ByteBuffer.wrap(file)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt(file.length - TAIL_BYTES);
        int start = file.length - TAIL_BYTES - length;
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(file, start, length));
        for (RowGroup group : required(footer.getRow_groups())) {
            for (ColumnChunk column : required(group.getColumns())) {
                sort(required(column.getMeta_data()));
            }
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream(length);
        Util.writeFileMetaData(footer, written);
        ByteBuffer ordered =
                ByteBuffer.allocate(start + written.size() + TAIL_BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        ordered.put(file, 0, start).put(written.toByteArray()).putInt(written.size()).put(MAGIC);
        return ordered.array();
    }

    private static void sort(ColumnMetaData column) {
        List<Encoding> encodings = new ArrayList<>(required(column.getEncodings()));
        encodings.sort(Comparator.comparingInt(Encoding::getValue));
        column.setEncodings(encodings);
        if (column.isSetEncoding_stats()) {
            List<PageEncodingStats> pages = new ArrayList<>(required(column.getEncoding_stats()));
            pages.sort(
                    Comparator.<PageEncodingStats>comparingInt(
                                    page -> required(page.getPage_type()).getValue())
                            .thenComparingInt(page -> required(page.getEncoding()).getValue()));
            column.setEncoding_stats(pages);
        }
    }

    /// What every file of Parquet's own writer has.
    private static <T> T required(@Nullable T part) {
        return Objects.requireNonNull(part, "a required part of the footer");
    }
}
