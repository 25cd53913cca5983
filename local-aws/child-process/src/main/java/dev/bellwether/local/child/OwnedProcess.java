package dev.bellwether.local.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// One process of the supervisor, its output on the way to the log file.
final class OwnedProcess {
    private static final String LISTENING = "LISTENING ";
    private static final int LONGEST_LINE_LOOKED_AT = 200;

    private final Process process;
    private final OutputStream log;

    private OwnedProcess(Process process, OutputStream log) {
        this.process = process;
        this.log = log;
    }

    static OwnedProcess start(ChildSpec spec) throws IOException {
        var log = new FileOutputStream(spec.log().toFile(), true);
        try {
            var builder = new ProcessBuilder(spec.command());
            builder.environment().clear();
            builder.environment().putAll(spec.environment());
            builder.directory(spec.directory().toFile());
            builder.redirectErrorStream(true);
            return new OwnedProcess(builder.start(), log);
        } catch (IOException e) {
            log.close();
            throw e;
        }
    }

    long pid() {
        return process.pid();
    }

    /// Copies the output to the log until it ends, then reports the exit code; the ports of the
    /// first line `LISTENING port...` are reported on the way.
    void relay(Consumer<List<Integer>> listening, IntConsumer exited) {
        Thread copy =
                Thread.ofPlatform()
                        .daemon()
                        .name("output-" + pid())
                        .start(() -> copyOutput(listening));
        Thread.ofPlatform()
                .daemon()
                .name("exit-" + pid())
                .start(() -> {
                    try {
                        int code = process.waitFor();
                        // So that the log is complete when the client quotes it; bounded,
                        // for a grandchild may hold the pipe open.
                        copy.join(2000);
                        exited.accept(code);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private void copyOutput(Consumer<List<Integer>> listening) {
        var line = new ByteArrayOutputStream();
        boolean told = false;
        byte[] buffer = new byte[8192];
        try (log;
                InputStream output = process.getInputStream()) {
            for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
                log.write(buffer, 0, count);
                for (int i = 0; i < count && !told; i++) {
                    if (buffer[i] == '\n') {
                        List<Integer> ports = ports(line.toString(UTF_8).strip());
                        line.reset();
                        if (!ports.isEmpty()) {
                            told = true;
                            listening.accept(ports);
                        }
                    } else if (line.size() < LONGEST_LINE_LOOKED_AT) {
                        line.write(buffer[i]);
                    }
                }
            }
        } catch (IOException _) {
            // The process has ended, or the disk is full: the exit code tells the first, and the
            // child, whose pipe closes with this block, tells the second.
        }
    }

    private static List<Integer> ports(String line) {
        List<Integer> ports = new ArrayList<>();
        if (line.startsWith(LISTENING)) {
            for (String port : line.substring(LISTENING.length()).strip().split(" +")) {
                if (!port.matches("[0-9]{1,5}")) {
                    return List.of();
                }
                ports.add(Integer.parseInt(port));
            }
        }
        return ports;
    }

    /// SIGTERM, then SIGKILL for the process and all its descendants that are left after the grace.
    /// Returns when the process has ended.
    void stop(long graceNanos) {
        // The handles, because Process.destroy would also close the pipes, and a child whose
        // standard input closes halts without its grace.
        Set<ProcessHandle> tree = new LinkedHashSet<>();
        tree.add(process.toHandle());
        process.descendants().forEach(tree::add);
        try {
            if (graceNanos > 0) {
                process.toHandle().destroy();
                if (!process.waitFor(graceNanos, TimeUnit.NANOSECONDS)) {
                    process.descendants().forEach(tree::add);
                }
            }
            tree.forEach(ProcessHandle::destroyForcibly);
            process.waitFor();
        } catch (InterruptedException _) {
            tree.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
