package dev.bellwether.local.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the client tells the supervisor, on the supervisor's standard input.
sealed interface Command {
    int child();

    record Start(int child, ChildSpec spec) implements Command {}

    /// SIGTERM, and SIGKILL after the grace; a grace of 0 is SIGKILL at once.
    record Stop(int child, long graceMillis) implements Command {}

    default void write(DataOutputStream out) throws IOException {
        switch (this) {
            case Start(int child, ChildSpec spec) -> {
                out.writeByte('S');
                out.writeInt(child);
                Text.write(out, spec.name());
                out.writeInt(spec.command().size());
                for (String argument : spec.command()) {
                    Text.write(out, argument);
                }
                out.writeInt(spec.environment().size());
                for (Map.Entry<String, String> variable : spec.environment().entrySet()) {
                    Text.write(out, variable.getKey());
                    Text.write(out, variable.getValue());
                }
                Text.write(out, spec.directory().toString());
                Text.write(out, spec.log().toString());
            }
            case Stop(int child, long graceMillis) -> {
                out.writeByte('T');
                out.writeInt(child);
                out.writeLong(graceMillis);
            }
        }
        out.flush();
    }

    static Command read(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        int child = in.readInt();
        return switch (kind) {
            case 'S' -> new Start(child, readSpec(in));
            case 'T' -> new Stop(child, in.readLong());
            default -> throw new IOException("Unknown command " + kind);
        };
    }

    private static ChildSpec readSpec(DataInputStream in) throws IOException {
        String name = Text.read(in);
        List<String> command = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            command.add(Text.read(in));
        }
        Map<String, String> environment = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            environment.put(Text.read(in), Text.read(in));
        }
        return new ChildSpec(
                name, command, environment, Path.of(Text.read(in)), Path.of(Text.read(in)));
    }
}
