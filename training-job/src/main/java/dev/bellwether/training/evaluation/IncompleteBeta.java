package dev.bellwether.training.evaluation;

/// The regularised incomplete beta function, by Lentz's continued fraction (Press et al., Numerical
/// Recipes, 3rd ed., 6.4), to about 1e-14. Smile's own gives up on large arguments.
final class IncompleteBeta {
    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-15;
    private static final int MOST_TERMS = 10_000;
    private static final int HALVINGS = 80;

    private static final double[] LANCZOS = {
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
        -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private IncompleteBeta() {}

    /// The probability that a beta variable is at most x.
    static double of(double a, double b, double x) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        double front =
                Math.exp(
                        logGamma(a + b)
                                - logGamma(a)
                                - logGamma(b)
                                + a * Math.log(x)
                                + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2)
                ? front * fraction(a, b, x) / a
                : 1 - front * fraction(b, a, 1 - x) / b;
    }

    /// The x that a beta variable is at most with that probability.
    static double inverse(double a, double b, double probability) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (of(a, b, middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// The probability that a variable of Student's distribution is above t.
    static double studentTail(double t, double degrees) {
        double half = of(degrees / 2, 0.5, degrees / (degrees + t * t)) / 2;
        return t >= 0 ? half : 1 - half;
    }

    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / apart(1 - (a + b) * x / (a + 1));
        double product = d;
        for (int m = 1; m <= MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / apart(1 + even * d);
            c = apart(1 + even / c);
            product *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / apart(1 + odd * d);
            c = apart(1 + odd / c);
            product *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return product;
    }

    private static double apart(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static double logGamma(double z) {
        if (z < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
        }
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (z - 1 + i);
        }
        double t = z + 6.5;
        return Math.log(2 * Math.PI) / 2 + (z - 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
