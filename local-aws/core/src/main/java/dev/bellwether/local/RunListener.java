package dev.bellwether.local;

/// Is told what happens in a run, on the thread on which it happens, possibly on several at once.
@FunctionalInterface
public interface RunListener {
    void accept(RunEvent event);
}
