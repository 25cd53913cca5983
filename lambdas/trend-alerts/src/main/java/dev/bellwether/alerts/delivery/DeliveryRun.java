package dev.bellwether.alerts.delivery;

import dev.bellwether.alerts.channel.Channel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What is known during one invocation only: channels that could not be reached, and what has to be
/// said about it.
public final class DeliveryRun {
    private final Set<Channel> unreachable = EnumSet.noneOf(Channel.class);
    private final List<String> reports = new ArrayList<>();

    /// Lines for the log, each about a message that did not arrive or may not have.
    public List<String> reports() {
        return List.copyOf(reports);
    }

    void report(String line) {
        reports.add(line);
    }

    void giveUp(Channel channel) {
        unreachable.add(channel);
    }

    boolean hasGivenUp(Channel channel) {
        return unreachable.contains(channel);
    }
}
