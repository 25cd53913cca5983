package dev.bellwether.local;

import java.nio.file.Path;

/// Another run has the state folder.
public final class StateInUseException extends RuntimeException {
    private final String owner;

    StateInUseException(Path state, String owner) {
        super(
                "State folder %s is in use by process %s: stop that run first, or use another --state folder"
                        .formatted(state, owner));
        this.owner = owner;
    }

    /// Process id of the run that has the folder.
    public String owner() {
        return owner;
    }
}
