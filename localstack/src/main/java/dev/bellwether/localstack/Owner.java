package dev.bellwether.localstack;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The process that containers and networks belong to. It is written on each of them, so that what
/// a killed process left can be told from what a running one uses.
///
/// @param run id of the run
/// @param host name of the machine that the process is on: elsewhere its id says nothing
/// @param pid process id
/// @param started when the process began, for ids are given again
record Owner(String run, String host, long pid, Instant started) {
    static final String RUN = "dev.bellwether.run";
    private static final String HOST = "dev.bellwether.owner-host";
    private static final String PID = "dev.bellwether.owner-pid";
    private static final String STARTED = "dev.bellwether.owner-started";

    /// This process, with a new run.
    static Owner ofThisProcess(String host) {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(
                UUID.randomUUID().toString().substring(0, 8), host, self.pid(), startOf(self));
    }

    static Optional<Owner> find(Map<String, String> labels) {
        if (!labels.keySet().containsAll(java.util.List.of(RUN, HOST, PID, STARTED))) {
            return Optional.empty();
        }
        return Optional.of(
                new Owner(
                        labels.getOrDefault(RUN, ""),
                        labels.getOrDefault(HOST, ""),
                        Long.parseLong(labels.getOrDefault(PID, "0")),
                        Instant.parse(labels.getOrDefault(STARTED, ""))));
    }

    Map<String, String> labels() {
        return Map.of(RUN, run, HOST, host, PID, Long.toString(pid), STARTED, started.toString());
    }

    /// Whether the process is known to have ended. One of another machine never is.
    boolean isDead(String thisHost) {
        return host.equals(thisHost)
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .map(process -> !startOf(process).equals(started))
                        .orElse(true);
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
