package dev.bellwether.etl;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Values as bytes, nulls too; what is read is equal to what was written, scales as well.
final class BinaryValues {
    private static final int NO_DAY = Integer.MIN_VALUE;
    private static final byte NULL = -1;
    private static final byte SHORT_FORM = 0;
    private static final byte LONG_FORM = 1;
    private static final int LONG_BITS = 63;

    private BinaryValues() {}

    static void writeDay(DataOutputStream out, @Nullable LocalDate day) throws IOException {
        out.writeInt(day == null ? NO_DAY : Math.toIntExact(day.toEpochDay()));
    }

    static @Nullable LocalDate readDay(DataInputStream in) throws IOException {
        int day = in.readInt();
        return day == NO_DAY ? null : LocalDate.ofEpochDay(day);
    }

    static LocalDate requireDay(DataInputStream in) throws IOException {
        return Objects.requireNonNull(readDay(in));
    }

    static void writeInstant(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    static Instant readInstant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    static void writeLong(DataOutputStream out, @Nullable Long value) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            out.writeLong(value);
        }
    }

    static @Nullable Long readLong(DataInputStream in) throws IOException {
        return in.readBoolean() ? Long.valueOf(in.readLong()) : null;
    }

    static void writeDecimal(DataOutputStream out, @Nullable BigDecimal value) throws IOException {
        if (value == null) {
            out.writeByte(NULL);
            return;
        }
        BigInteger unscaled = value.unscaledValue();
        if (unscaled.bitLength() <= LONG_BITS) {
            out.writeByte(SHORT_FORM);
            out.writeInt(value.scale());
            out.writeLong(unscaled.longValue());
        } else {
            out.writeByte(LONG_FORM);
            out.writeInt(value.scale());
            byte[] digits = unscaled.toByteArray();
            out.writeInt(digits.length);
            out.write(digits);
        }
    }

    static @Nullable BigDecimal readDecimal(DataInputStream in) throws IOException {
        byte form = in.readByte();
        if (form == NULL) {
            return null;
        }
        int scale = in.readInt();
        return form == SHORT_FORM
                ? BigDecimal.valueOf(in.readLong(), scale)
                : new BigDecimal(new BigInteger(in.readNBytes(in.readInt())), scale);
    }

    static BigDecimal requireDecimal(DataInputStream in) throws IOException {
        return Objects.requireNonNull(readDecimal(in));
    }
}
