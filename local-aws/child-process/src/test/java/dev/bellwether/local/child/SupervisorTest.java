package dev.bellwether.local.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SupervisorTest {
    @TempDir Path folder;
    private Supervisor supervisor;

    @BeforeEach
    void startSupervisor() {
        supervisor = Supervisor.start(TestJvm.JAVA, folder.resolve("logs/supervisor.log"));
    }

    @AfterEach
    void closeSupervisor() {
        supervisor.close();
    }

    @Test
    void aChildSeesExactlyTheGivenEnvironmentAndDirectory() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("work"));
        Path log = folder.resolve("logs/speaking.log");
        var spec =
                new ChildSpec(
                        "speaking",
                        TestJvm.command(SpeakingChild.class, "7"),
                        Map.of("ONE", "1", "ÜML", "süß", "LC_ALL", "C.UTF-8"),
                        directory,
                        log);

        assertThat(supervisor.start(spec).exit().join()).isEqualTo(7);

        assertThat(Files.readAllLines(log))
                .containsExactlyInAnyOrder(
                        "ONE=1",
                        "ÜML=süß",
                        "LC_ALL=C.UTF-8",
                        "directory=" + directory.toRealPath(),
                        "stdin=-1",
                        "on standard error");
    }

    @Test
    void thePortsOfTheListeningLineReachTheClient() {
        Child child =
                supervisor.start(
                        TestJvm.spec(
                                "two-ports",
                                folder,
                                WaitingChild.class,
                                "starting",
                                "LISTENING soon",
                                "LISTENING 4711 4712"));

        assertThat(child.port()).isEqualTo(4711);
        assertThat(child.ports(Duration.ofSeconds(1))).containsExactly(4711, 4712);
        assertThat(child.isAlive()).isTrue();
        assertThat(ProcessHandle.of(child.pid())).isPresent();
    }

    @Test
    void aChildThatEndsBeforeItListensIsAnErrorThatQuotesItsLog() throws IOException {
        Path log = folder.resolve("early.log");
        Files.writeString(log, "from an earlier run\n");
        Child child = supervisor.start(TestJvm.spec("early", folder, SpeakingChild.class, "9"));

        assertThatThrownBy(child::port)
                .isInstanceOf(ChildException.class)
                .hasMessageContaining("Child early ended with exit code 9")
                .hasMessageContaining(log.toString())
                .hasMessageContaining("on standard error")
                .hasMessageNotContaining("from an earlier run");
    }

    @Test
    void aChildThatDoesNotListenInTimeIsAnErrorThatQuotesItsLog() {
        Child child = supervisor.start(TestJvm.spec("mute", folder, WaitingChild.class));

        assertThatThrownBy(() -> child.ports(Duration.ofMillis(1)))
                .isInstanceOf(ChildException.class)
                .hasMessageContaining("Child mute")
                .hasMessageContaining("was not listening")
                .hasMessageContaining("mute.log");
    }

    @Test
    void aMissingExecutableIsAnErrorThatNamesIt() {
        var spec =
                new ChildSpec(
                        "ghost",
                        List.of("/no/such/program"),
                        Map.of(),
                        folder,
                        folder.resolve("ghost.log"));

        assertThatThrownBy(() -> supervisor.start(spec))
                .isInstanceOf(ChildException.class)
                .hasMessageContaining("ghost")
                .hasMessageContaining("/no/such/program");
    }

    @Test
    void stoppingEndsAChildWithSigterm() {
        Child child =
                supervisor.start(TestJvm.spec("polite", folder, WaitingChild.class, "LISTENING 1"));
        child.port();

        child.stop(Duration.ofSeconds(60));

        assertThat(child.exit().join()).isEqualTo(128 + 15);
        assertThat(TestJvm.gone(child.pid())).isTrue();
    }

    @Test
    void aChildDeafToSigtermIsKilledAfterTheGrace() {
        Child child =
                supervisor.start(
                        TestJvm.spec("deaf", folder, WaitingChild.Deaf.class, "LISTENING 1"));
        child.port();

        child.stop(Duration.ofMillis(100));

        assertThat(child.exit().join()).isEqualTo(128 + 9);
    }

    @Test
    void descendantsOfAStoppedChildEndWithIt() {
        var spec =
                new ChildSpec(
                        "shell",
                        List.of("/bin/sh", "-c", "/bin/sleep 600 & echo LISTENING 1; wait"),
                        Map.of(),
                        folder,
                        folder.resolve("shell.log"));
        Child child = supervisor.start(spec);
        long grandchild = grandchildOf(child);

        child.stop();

        assertThat(TestJvm.gone(grandchild)).isTrue();
    }

    private static long grandchildOf(Child child) {
        child.port();
        return ProcessHandle.of(child.pid())
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow()
                .pid();
    }

    @Test
    void ctrlCInTheTerminalDoesNotReachTheChildren() throws Exception {
        Child child =
                supervisor.start(TestJvm.spec("calm", folder, WaitingChild.class, "LISTENING 1"));
        child.port();

        for (long pid : List.of(supervisor.pid(), child.pid())) {
            var kill = new ProcessBuilder("kill", "-INT", Long.toString(pid)).start();
            assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }

        // A second child is served by the same supervisor, after the signals have been sent.
        supervisor.start(TestJvm.spec("next", folder, WaitingChild.class, "LISTENING 2")).port();
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void closingEndsAllChildrenAndTheSupervisor() {
        Child one =
                supervisor.start(TestJvm.spec("one", folder, WaitingChild.class, "LISTENING 1"));
        Child two =
                supervisor.start(TestJvm.spec("two", folder, WaitingChild.class, "LISTENING 2"));
        one.port();
        two.port();

        supervisor.close();

        assertThat(List.of(supervisor.pid(), one.pid(), two.pid())).allMatch(TestJvm::gone);
        assertThatThrownBy(() -> supervisor.start(TestJvm.spec("late", folder, WaitingChild.class)))
                .isInstanceOf(ChildException.class)
                .hasMessageContaining("supervisor");
    }
}
