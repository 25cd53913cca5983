package dev.bellwether.faults.plan;

/// The function's process ends here. No function may catch it, and so it is no Exception.
public final class FunctionCrash extends Error {
    private static final long serialVersionUID = 1L;

    /// @param place what the process was about
    public FunctionCrash(String place) {
        super(place, null, false, false);
    }
}
