package dev.bellwether.local.child;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// A client to be killed: starts a supervisor with two waiting children and a speaking one, prints
/// the process ids of the supervisor and the waiting ones, then waits.
public final class ClientProcess {
    private ClientProcess() {}

    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[0]);
        var supervisor = Supervisor.start(TestJvm.JAVA, folder.resolve("supervisor.log"));
        Child one =
                supervisor.start(TestJvm.spec("one", folder, WaitingChild.class, "LISTENING 1"));
        Child two =
                supervisor.start(
                        TestJvm.spec("two", folder, WaitingChild.Deaf.class, "LISTENING 2"));
        var speaking =
                new ChildSpec(
                        "speaking",
                        TestJvm.command(SpeakingChild.class, "0"),
                        Map.of("GIVEN", "yes"),
                        folder,
                        folder.resolve("speaking.log"));
        supervisor.start(speaking).exit().join();
        one.port();
        two.port();
        System.out.println("PIDS " + List.of(supervisor.pid(), one.pid(), two.pid()));
        new CountDownLatch(1).await();
    }
}
