package dev.bellwether.etl;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/// The rows of a chunk as bytes. The values themselves say of which type they are: a file's schema
/// is checked when it is written.
final class RowCodec {
    private static final int INITIAL_BYTES = 4096;

    private enum Tag {
        NULL,
        STRING,
        INTEGER,
        LONG,
        DOUBLE,
        BOOLEAN,
        DAY,
        INSTANT,
        DECIMAL
    }

    private RowCodec() {}

    /// Collects the rows of one chunk.
    static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(INITIAL_BYTES);
        private final DataOutputStream out = new DataOutputStream(bytes);
        private int rows;

        void add(@Nullable Object... values) {
            try {
                out.writeByte(values.length);
                for (Object value : values) {
                    write(out, value);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Writing to memory failed", e);
            }
            rows++;
        }

        Chunk chunk() {
            return new Chunk(rows, bytes.toByteArray());
        }
    }

    /// The rows of a chunk, one at a time.
    static Iterator<Row> rows(Chunk chunk) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(chunk.bytes()));
        return new Iterator<>() {
            private int left = chunk.rows();

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public Row next() {
                if (left-- <= 0) {
                    throw new NoSuchElementException();
                }
                return read(in);
            }
        };
    }

    private static Row read(DataInputStream in) {
        try {
            @Nullable Object[] values = new Object[in.readByte()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(in);
            }
            return RowFactory.create(values);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte(Tag.NULL.ordinal());
        } else if (value instanceof String text) {
            out.writeByte(Tag.STRING.ordinal());
            out.writeUTF(text);
        } else if (value instanceof Integer number) {
            out.writeByte(Tag.INTEGER.ordinal());
            out.writeInt(number);
        } else if (value instanceof Long number) {
            out.writeByte(Tag.LONG.ordinal());
            out.writeLong(number);
        } else if (value instanceof Double number) {
            out.writeByte(Tag.DOUBLE.ordinal());
            out.writeDouble(number);
        } else if (value instanceof Boolean flag) {
            out.writeByte(Tag.BOOLEAN.ordinal());
            out.writeBoolean(flag);
        } else if (value instanceof LocalDate day) {
            out.writeByte(Tag.DAY.ordinal());
            BinaryValues.writeDay(out, day);
        } else if (value instanceof Instant instant) {
            out.writeByte(Tag.INSTANT.ordinal());
            BinaryValues.writeInstant(out, instant);
        } else if (value instanceof BigDecimal decimal) {
            out.writeByte(Tag.DECIMAL.ordinal());
            BinaryValues.writeDecimal(out, decimal);
        } else {
            throw new IllegalArgumentException("No column holds a " + value.getClass());
        }
    }

    private static @Nullable Object value(DataInputStream in) throws IOException {
        return switch (Tag.values()[in.readByte()]) {
            case NULL -> null;
            case STRING -> in.readUTF();
            case INTEGER -> in.readInt();
            case LONG -> in.readLong();
            case DOUBLE -> in.readDouble();
            case BOOLEAN -> in.readBoolean();
            case DAY -> BinaryValues.readDay(in);
            case INSTANT -> BinaryValues.readInstant(in);
            case DECIMAL -> BinaryValues.readDecimal(in);
        };
    }
}
