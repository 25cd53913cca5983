package dev.bellwether.local.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The TCP addresses on which a process and all its descendants listen, read from Linux's `/proc`.
public final class ListeningSockets {
    private static final String LISTEN = "0A";

    private ListeningSockets() {}

    /// One listening socket.
    public record Listener(long pid, InetAddress address, int port) {
        public boolean isLoopback() {
            return address.isLoopbackAddress();
        }
    }

    /// Whether this system tells; only Linux does, so tests elsewhere are to be skipped by name.
    public static boolean areKnown() {
        return Files.exists(Path.of("/proc/self/net/tcp"));
    }

    /// Of the process and, at this moment, all its descendants.
    public static List<Listener> ofTree(long pid) {
        ProcessHandle root =
                ProcessHandle.of(pid)
                        .orElseThrow(() -> new IllegalArgumentException("No process " + pid));
        return Stream.concat(Stream.of(root), root.descendants())
                .flatMap(process -> ofProcess(process.pid()).stream())
                .toList();
    }

    private static List<Listener> ofProcess(long pid) {
        Set<String> inodes = socketInodes(pid);
        List<Listener> listeners = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : lines(Path.of("/proc/" + pid + "/net/" + table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns[3].equals(LISTEN) && inodes.contains(columns[9])) {
                    listeners.add(listener(pid, columns[1]));
                }
            }
        }
        return listeners;
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1).toList();
        } catch (IOException _) {
            return List.of(); // the process has ended, or the table does not exist (no IPv6)
        }
    }

    private static Set<String> socketInodes(long pid) {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            descriptors.forEach(descriptor -> {
                String target = target(descriptor);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring(8, target.length() - 1));
                }
            });
        } catch (NoSuchFileException _) {
            return Set.of(); // the process has ended
        } catch (IOException e) {
            throw new UncheckedIOException("The sockets of process " + pid + " are hidden", e);
        }
        return inodes;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException _) {
            return ""; // closed in between
        }
    }

    /// Four-byte groups, each in the machine's byte order; all machines that we know are little
    /// endian.
    private static Listener listener(long pid, String hexAddressAndPort) {
        String[] parts = hexAddressAndPort.split(":");
        byte[] shown = HexFormat.of().parseHex(parts[0]);
        byte[] address = new byte[shown.length];
        for (int i = 0; i < shown.length; i++) {
            address[i] = shown[(i & ~3) + 3 - (i & 3)];
        }
        try {
            return new Listener(
                    pid, InetAddress.getByAddress(address), Integer.parseInt(parts[1], 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Not an address: " + hexAddressAndPort, e);
        }
    }
}
