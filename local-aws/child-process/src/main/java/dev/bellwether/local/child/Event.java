package dev.bellwether.local.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What the supervisor reports to the client, on the supervisor's standard output.
sealed interface Event {
    int child();

    record Started(int child, long pid) implements Event {}

    record Refused(int child, String reason) implements Event {}

    record Listening(int child, List<Integer> ports) implements Event {}

    record Exited(int child, int code) implements Event {}

    default void write(DataOutputStream out) throws IOException {
        switch (this) {
            case Started(int child, long pid) -> {
                out.writeByte('S');
                out.writeInt(child);
                out.writeLong(pid);
            }
            case Refused(int child, String reason) -> {
                out.writeByte('R');
                out.writeInt(child);
                Text.write(out, reason);
            }
            case Listening(int child, List<Integer> ports) -> {
                out.writeByte('L');
                out.writeInt(child);
                out.writeInt(ports.size());
                for (int port : ports) {
                    out.writeInt(port);
                }
            }
            case Exited(int child, int code) -> {
                out.writeByte('X');
                out.writeInt(child);
                out.writeInt(code);
            }
        }
        out.flush();
    }

    static Event read(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        int child = in.readInt();
        return switch (kind) {
            case 'S' -> new Started(child, in.readLong());
            case 'R' -> new Refused(child, Text.read(in));
            case 'L' -> new Listening(child, readPorts(in));
            case 'X' -> new Exited(child, in.readInt());
            default -> throw new IOException("Unknown event " + kind);
        };
    }

    private static List<Integer> readPorts(DataInputStream in) throws IOException {
        List<Integer> ports = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            ports.add(in.readInt());
        }
        return ports;
    }
}
