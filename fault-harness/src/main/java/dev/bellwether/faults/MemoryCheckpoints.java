package dev.bellwether.faults;

import dev.bellwether.faults.plan.FaultKind;
import dev.bellwether.faults.plan.FaultPlan;
import dev.bellwether.faults.plan.PollerKilled;
import dev.bellwether.local.mapping.CheckpointFiles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Checkpoints that outlive the poller, which may die before or after one is safe.
final class MemoryCheckpoints implements CheckpointFiles {
    private final FaultPlan plan;
    private final Map<String, byte[]> files = new HashMap<>();

    MemoryCheckpoints(FaultPlan plan) {
        this.plan = plan;
    }

    @Override
    public Optional<byte[]> find(String mapping, String name) {
        return Optional.ofNullable(files.get(mapping + "/" + name));
    }

    @Override
    public void save(String mapping, String name, byte[] content) {
        if (plan.strikes(FaultKind.POLLER_KILLED, "before checkpoint " + name)) {
            throw new PollerKilled(name);
        }
        files.put(mapping + "/" + name, content);
        if (plan.strikes(FaultKind.POLLER_KILLED, "after checkpoint " + name)) {
            throw new PollerKilled(name);
        }
    }
}
