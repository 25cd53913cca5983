package dev.bellwether.training.lasso;

/// A fit whose result cannot be shown to be the solution.
public final class UncertainFitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param gap the relative duality gap it was left with
    public UncertainFitException(double gap) {
        super("the Lasso's duality gap is %.1e of its value".formatted(gap));
    }

    UncertainFitException(String message) {
        super(message);
    }
}
