package dev.bellwether.localstack;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Containers and networks that carry an owner.
record Leftovers(DockerClient docker) {
    /// Removes what processes of that machine left that have ended; says whose it was.
    List<Owner> removeOfDeadOwners(String host) {
        return remove(owner -> owner.isDead(host));
    }

    /// Removes everything of one run: containers of functions, too.
    void removeOf(Owner run) {
        remove(owner -> owner.run().equals(run.run()));
    }

    /// The running containers of one run.
    List<Container> running(Owner run) {
        return docker.listContainersCmd().withLabelFilter(Map.of(Owner.RUN, run.run())).exec();
    }

    private List<Owner> remove(Predicate<Owner> chosen) {
        List<Owner> owners = new java.util.ArrayList<>();
        for (Container container :
                docker.listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(List.of(Owner.RUN))
                        .exec()) {
            Owner.find(container.getLabels())
                    .filter(chosen)
                    .ifPresent(owner -> {
                        remove(container);
                        owners.add(owner);
                    });
        }
        for (Network network : docker.listNetworksCmd().exec()) {
            Owner.find(network.getLabels())
                    .filter(chosen)
                    .ifPresent(owner -> {
                        remove(network);
                        owners.add(owner);
                    });
        }
        return owners.stream().distinct().toList();
    }

    private void remove(Container container) {
        try {
            docker.removeContainerCmd(container.getId())
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException _) {
            // Somebody else was faster.
        }
    }

    private void remove(Network network) {
        try {
            docker.removeNetworkCmd(network.getId()).exec();
        } catch (NotFoundException _) {
            // Somebody else was faster.
        }
    }
}
