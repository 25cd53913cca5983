package dev.bellwether.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

/// What a user meets who has no image, a taken port, an engine that dies, or a second run: a clear
/// message, and nothing left behind.
@OnLocalStack
@Order(20)
final class TroubleTest {
    private Set<String> before = Set.of();

    @BeforeEach
    void noteWhatIsThere(LocalStack first) {
        assertThat(first.endpoint()).isNotNull(); // it goes on beside all of this
        before = containersAndNetworks();
    }

    @Test
    void aMissingImageIsNamedWithWhatToDo() {
        assertThatThrownBy(
                        () -> LocalStack.open(settings("LOCALSTACK_IMAGE", "127.0.0.1:1/none:1")))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("Image 127.0.0.1:1/none:1 is neither here nor to be had")
                .hasMessageContaining("LOCALSTACK_IMAGE")
                .hasMessageContaining("tools/localstack/start");
        assertThat(containersAndNetworks()).isEqualTo(before);
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());

            assertThatThrownBy(() -> LocalStack.open(settings("LOCALSTACK_PORT", port)))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("Port " + port + " of loopback is taken");
        }
        assertThat(containersAndNetworks()).isEqualTo(before);
    }

    @Test
    void aSecondRunStandsBesideTheFirstAndAnEngineThatDiesIsTold(LocalStack first) {
        try (LocalStack second = LocalStack.open(LocalStackSettings.from(System.getenv()))) {
            assertThat(second.endpoint()).isNotEqualTo(first.endpoint());
            second.clients().s3().createBucket(create -> create.bucket("of-the-second"));
            assertThat(first.clients().s3().listBuckets().buckets())
                    .noneMatch(bucket -> bucket.name().equals("of-the-second"));
            second.requireRunning();

            second.containers()
                    .values()
                    .forEach(id -> DockerClientFactory.lazyClient().killContainerCmd(id).exec());

            assertThat(catchThrowable(() -> second.clients().s3().listBuckets())).isNotNull();
            assertThatThrownBy(second::requireRunning)
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("LocalStack ended in the middle of the run")
                    .hasMessageContaining("137");
        }
        first.requireRunning();
        assertThat(containersAndNetworks()).isEqualTo(before);
    }

    @Test
    void leftoversOfADeadOwnerGoAtTheNextStart() {
        Map<String, String> labels =
                new TreeMap<>(Owner.ofThisProcess(LocalStack.hostName()).labels());
        labels.replaceAll((name, value) -> name.endsWith("owner-pid") ? "4194305" : value);
        var docker = DockerClientFactory.lazyClient();
        String network =
                docker.createNetworkCmd()
                        .withName("bellwether-leftover-" + ProcessHandle.current().pid())
                        .withLabels(labels)
                        .exec()
                        .getId();

        new Leftovers(docker).removeOfDeadOwners(LocalStack.hostName());

        assertThat(docker.listNetworksCmd().exec()).noneMatch(left -> left.getId().equals(network));
        assertThat(containersAndNetworks()).isEqualTo(before);
    }

    private static LocalStackSettings settings(String variable, String value) {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.put(variable, value);
        return LocalStackSettings.from(environment);
    }

    private static Set<String> containersAndNetworks() {
        Set<String> ids = new HashSet<>();
        var docker = DockerClientFactory.lazyClient();
        docker.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(java.util.List.of(Owner.RUN))
                .exec()
                .forEach(container -> ids.add(container.getId()));
        docker.listNetworksCmd().exec().stream()
                .filter(network -> network.getLabels().containsKey(Owner.RUN))
                .forEach(network -> ids.add(network.getId()));
        return ids;
    }
}
