package dev.bellwether.training;

/// A solver's answer is further from the least possible value than was asked for.
final class UncertainFitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UncertainFitException(double relativeGap) {
        super("the Lasso's duality gap is %.1e of its value".formatted(relativeGap));
    }
}
