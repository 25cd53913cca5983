package dev.bellwether.training.lasso;

/// Counts, sums and sums of products of samples: all that a Lasso needs to know of them.
///
/// Values are taken from an origin near them, so that little is lost when a mean is subtracted.
/// Moments of several spans of samples add up.
public final class Moments {
    private static final int ROWS_AT_ONCE = 8;

    private final double[] origin;
    private final double[] sums;
    private final double[] products;
    private long count;

    private Moments(double[] origin) {
        this.origin = origin;
        this.sums = new double[origin.length];
        this.products = new double[origin.length * origin.length];
    }

    /// Of no samples.
    ///
    /// @param origin one value a column; the last column is the target
    public static Moments none(double[] origin) {
        return new Moments(origin.clone());
    }

    /// Of some rows.
    ///
    /// @param rows row after row, each as wide as the origin
    /// @param from first row
    /// @param to row after the last
    public static Moments of(double[] origin, double[] rows, int from, int to) {
        Moments moments = new Moments(origin);
        double[][] block = new double[ROWS_AT_ONCE][origin.length];
        for (int row = from; row < to; row += ROWS_AT_ONCE) {
            for (int i = 0; i < ROWS_AT_ONCE; i++) {
                moments.load(rows, row + i, row + i < to, block[i]);
            }
            moments.addProducts(block);
        }
        moments.count = Math.max(0, to - from);
        return moments;
    }

    /// These and the other's samples.
    public Moments plus(Moments other) {
        Moments sum = new Moments(origin);
        sum.count = count + other.count;
        for (int i = 0; i < sums.length; i++) {
            sum.sums[i] = sums[i] + other.sums[i];
        }
        for (int i = 0; i < products.length; i++) {
            sum.products[i] = products[i] + other.products[i];
        }
        return sum;
    }

    /// How many samples.
    public long count() {
        return count;
    }

    int width() {
        return origin.length;
    }

    double origin(int column) {
        return origin[column];
    }

    // Mean of a column, from its origin.
    double mean(int column) {
        return sums[column] / count;
    }

    // Mean product of two columns, both from their origins.
    double meanProduct(int one, int other) {
        return products[Math.min(one, other) * origin.length + Math.max(one, other)] / count;
    }

    private void load(double[] rows, int row, boolean there, double[] into) {
        for (int j = 0; j < origin.length; j++) {
            double value = there ? rows[row * origin.length + j] - origin[j] : 0;
            into[j] = value;
            sums[j] += value;
        }
    }

    // Eight rows at a time: each sum is loaded and stored once for eight products. The inner loop
    // is one that the JVM makes vector instructions of.
    private void addProducts(double[][] rows) {
        int width = origin.length;
        double[] r0 = rows[0];
        double[] r1 = rows[1];
        double[] r2 = rows[2];
        double[] r3 = rows[3];
        double[] r4 = rows[4];
        double[] r5 = rows[5];
        double[] r6 = rows[6];
        double[] r7 = rows[7];
        for (int j = 0; j < width; j++) {
            double a0 = r0[j];
            double a1 = r1[j];
            double a2 = r2[j];
            double a3 = r3[j];
            double a4 = r4[j];
            double a5 = r5[j];
            double a6 = r6[j];
            double a7 = r7[j];
            int at = j * width;
            for (int k = j; k < width; k++) {
                products[at + k] +=
                        a0 * r0[k]
                                + a1 * r1[k]
                                + a2 * r2[k]
                                + a3 * r3[k]
                                + a4 * r4[k]
                                + a5 * r5[k]
                                + a6 * r6[k]
                                + a7 * r7[k];
            }
        }
    }
}
