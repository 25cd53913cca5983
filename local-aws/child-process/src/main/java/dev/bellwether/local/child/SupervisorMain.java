package dev.bellwether.local.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// The process that owns all children of a run. It reads [Command]s on standard input and writes
/// [Event]s to standard output; when standard input ends, it ends all children and itself.
///
/// Should this process be killed, the children see the end of their own standard input and halt by
/// themselves ([ChildMain] does it for a JVM).
public final class SupervisorMain {
    private static final long END_GRACE_MILLIS = 1_000;

    private final Map<Integer, OwnedProcess> children = new ConcurrentHashMap<>();
    private final DataOutputStream events;

    private SupervisorMain(DataOutputStream events) {
        this.events = events;
    }

    public static void main(String[] args) {
        shieldFromTerminalInterrupt();
        var commands =
                new DataInputStream(
                        new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        var events =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        new SupervisorMain(events).run(commands);
        Runtime.getRuntime().halt(0);
    }

    private void run(DataInputStream commands) {
        try {
            while (true) {
                switch (Command.read(commands)) {
                    case Command.Start(int child, ChildSpec spec) -> start(child, spec);
                    case Command.Stop(int child, long graceMillis) -> stop(child, graceMillis);
                }
            }
        } catch (IOException _) {
            endAll();
        }
    }

    private void start(int child, ChildSpec spec) {
        try {
            OwnedProcess process = OwnedProcess.start(spec);
            children.put(child, process);
            report(new Event.Started(child, process.pid()));
            process.relay(
                    ports -> report(new Event.Listening(child, ports)),
                    code -> {
                        children.remove(child);
                        report(new Event.Exited(child, code));
                    });
        } catch (IOException e) {
            report(new Event.Refused(child, String.valueOf(e.getMessage())));
        }
    }

    private void stop(int child, long graceMillis) {
        OwnedProcess process = children.get(child);
        if (process != null) {
            Thread.ofPlatform()
                    .daemon()
                    .name("stop-" + child)
                    .start(() -> process.stop(TimeUnit.MILLISECONDS.toNanos(graceMillis)));
        }
    }

    private void endAll() {
        List<Thread> stops =
                children.values().stream()
                        .map(process -> Thread.ofPlatform().start(() -> end(process)))
                        .toList();
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException _) {
                // Nobody interrupts this thread; the halt that follows ends the children anyway.
                return;
            }
        }
    }

    private static void end(OwnedProcess process) {
        process.stop(TimeUnit.MILLISECONDS.toNanos(END_GRACE_MILLIS));
    }

    private synchronized void report(Event event) {
        try {
            event.write(events);
        } catch (IOException _) {
            // The client has gone; the end of standard input says so, too, and ends this process.
        }
    }

    /// Ctrl-C reaches every process of the terminal's foreground group. Ignored here, and so by the
    /// children, who inherit that: the client alone decides in which order things end.
    private static void shieldFromTerminalInterrupt() {
        try {
            // By reflection, because javac warns of sun.misc beyond the reach of -Xlint.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object interrupt = signal.getConstructor(String.class).newInstance("INT");
            signal.getMethod("handle", signal, handler)
                    .invoke(null, interrupt, handler.getField("SIG_IGN").get(null));
        } catch (ReflectiveOperationException _) {
            // Without it the children end a moment earlier on Ctrl-C, no more.
        }
    }
}
