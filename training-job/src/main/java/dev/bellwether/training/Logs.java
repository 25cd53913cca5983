package dev.bellwether.training;

import java.util.function.Consumer;

/// Where a job says how it is going, and why it failed, line by line.
record Logs(Consumer<String> progress, Consumer<String> errors) {}
