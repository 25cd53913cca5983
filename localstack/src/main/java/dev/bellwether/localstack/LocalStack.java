package dev.bellwether.localstack;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.Network;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/// A running LocalStack: a container of our own in a network of its own, or one that somebody else
/// runs.
///
/// The container and its network, and every container that LocalStack starts for a function, carry
/// the run and its owner. What owners left that have ended is removed at the start; one's own at
/// [#close()] and at the end of the JVM, whichever comes first.
public final class LocalStack implements AutoCloseable {
    private static final int PORT = 4566;
    private static final Duration START = Duration.ofMinutes(3);

    private final URI endpoint;
    private final String hostAddress;
    private final AwsClients clients;
    private final @Nullable Started started;

    /// What is there only when the container is ours.
    private record Started(
            LocalStackContainer container, Network network, Owner owner, Leftovers leftovers) {}

    private LocalStack(URI endpoint, String hostAddress, @Nullable Started started) {
        this.endpoint = endpoint;
        this.hostAddress = hostAddress;
        this.clients = AwsClients.of(endpoint);
        this.started = started;
    }

    /// Starts a container, or takes the one whose endpoint the settings name.
    ///
    /// @throws LocalStackException when there is none to be had; nothing is left of it then
    public static LocalStack open(LocalStackSettings settings) {
        return settings.endpoint()
                .map(endpoint -> new LocalStack(endpoint, addressOfThisMachine(settings), null))
                .orElseGet(() -> start(settings));
    }

    private static LocalStack start(LocalStackSettings settings) {
        DockerClient docker = docker();
        String host = hostName();
        Leftovers leftovers = new Leftovers(docker);
        leftovers.removeOfDeadOwners(host);
        requireImage(docker, settings.image());
        Owner owner = Owner.ofThisProcess(host);
        // Before anything is created: a signal may come at any time.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leftovers.removeOf(owner)));
        try {
            Network network =
                    Network.builder()
                            .createNetworkCmdModifier(create -> create.withLabels(owner.labels()))
                            .build();
            String networkName =
                    docker.inspectNetworkCmd().withNetworkId(network.getId()).exec().getName();
            LocalStackContainer container = container(settings, owner, network, networkName);
            container.start();
            return new LocalStack(
                    URI.create("http://127.0.0.1:" + container.getMappedPort(PORT)),
                    gateway(docker, network.getId()),
                    new Started(container, network, owner, leftovers));
        } catch (RuntimeException e) {
            leftovers.removeOf(owner);
            throw explained(settings, e);
        }
    }

    /// Pulls the image once if it is not here. (Testcontainers tries for two minutes, three times.)
    ///
    /// @throws LocalStackException when it is not to be had
    private static void requireImage(DockerClient docker, String image) {
        try {
            docker.inspectImageCmd(image).exec();
        } catch (NotFoundException missing) {
            try {
                docker.pullImageCmd(image).start().awaitCompletion();
                docker.inspectImageCmd(image).exec();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalStackException("Interrupted while " + image + " was pulled", e);
            } catch (RuntimeException e) {
                throw new LocalStackException(
                        "Image %s is neither here nor to be had. Pull it where a container registry is in reach (docker pull %s), name another in LOCALSTACK_IMAGE, or build one with tools/localstack/start. (Docker said: %s)"
                                .formatted(image, image, firstLine(e)),
                        e);
            }
        }
    }

    private static LocalStackContainer container(
            LocalStackSettings settings, Owner owner, Network network, String networkName) {
        return new LocalStackContainer(
                        DockerImageName.parse(settings.image())
                                .asCompatibleSubstituteFor("localstack/localstack"))
                .withNetwork(network)
                .withLabels(owner.labels())
                .withStartupTimeout(START)
                // The jars hold no machine code: what is declared for Graviton runs here, too.
                .withEnv("LAMBDA_IGNORE_ARCHITECTURE", "1")
                .withEnv("LAMBDA_DOCKER_NETWORK", networkName)
                .withEnv("LAMBDA_DOCKER_FLAGS", labelFlags(owner))
                // Several JVMs that start at a time on two cores take longer than its 20 s.
                .withEnv("LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT", "90")
                // Only how often it looks: an empty source is asked once a second at most.
                .withEnv("LAMBDA_EVENT_SOURCE_MAPPING_POLL_INTERVAL_SEC", "0.05")
                .withEnv("LAMBDA_EVENT_SOURCE_MAPPING_MAX_BACKOFF_ON_EMPTY_POLL_SEC", "1")
                .withEnv("DISABLE_EVENTS", "1")
                .withEnv("SKIP_SSL_CERT_DOWNLOAD", "1")
                .withCreateContainerCmdModifier(create ->
                        java.util.Objects.requireNonNull(create.getHostConfig())
                                .withPortBindings(
                                        new PortBinding(
                                                settings.port().isPresent()
                                                        ? Ports.Binding.bindIpAndPort(
                                                                "127.0.0.1",
                                                                settings.port().getAsInt())
                                                        : Ports.Binding.bindIp("127.0.0.1"),
                                                ExposedPort.tcp(PORT))));
    }

    private static String labelFlags(Owner owner) {
        return owner.labels().entrySet().stream()
                .map(label -> "--label %s=%s".formatted(label.getKey(), label.getValue()))
                .collect(Collectors.joining(" "));
    }

    /// @throws LocalStackException when no Docker engine answers
    private static DockerClient docker() {
        try {
            return DockerClientFactory.instance().client();
        } catch (RuntimeException e) {
            throw new LocalStackException(
                    "No Docker engine answers, and LocalStack runs in one. Install Docker and start it, or set DOCKER_HOST to where it listens; on a Debian machine without a container registry, tools/localstack/start builds and starts all of it. (Docker said: %s)"
                            .formatted(firstLine(e)),
                    e);
        }
    }

    private static LocalStackException explained(LocalStackSettings settings, RuntimeException e) {
        String all = messages(e);
        if (all.contains("port is already allocated") || all.contains("address already in use")) {
            return new LocalStackException(
                    "Port %s of loopback is taken, so LocalStack cannot answer there. Free it, or unset LOCALSTACK_PORT to have a free one chosen."
                            .formatted(
                                    settings.port().isPresent()
                                            ? Integer.toString(settings.port().getAsInt())
                                            : "(any)"),
                    e);
        }
        if (e instanceof ContainerLaunchException) {
            return new LocalStackException(
                    "LocalStack (%s) did not start: %s"
                            .formatted(settings.image(), firstLine(rootOf(e))),
                    e);
        }
        return e instanceof LocalStackException known
                ? known
                : new LocalStackException(
                        "Starting LocalStack (%s) failed: %s"
                                .formatted(settings.image(), firstLine(rootOf(e))),
                        e);
    }

    private static String messages(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
        }
        return all.toString();
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
    }

    static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static String addressOfThisMachine(LocalStackSettings settings) {
        return settings.hostAddress()
                .orElseGet(() -> {
                    try {
                        return gateway(docker(), "bridge");
                    } catch (LocalStackException e) {
                        return "127.0.0.1"; // without Docker, LocalStack runs functions beside us
                    }
                });
    }

    private static String gateway(DockerClient docker, String network) {
        return docker
                .inspectNetworkCmd()
                .withNetworkId(network)
                .exec()
                .getIpam()
                .getConfig()
                .stream()
                .map(config -> Optional.ofNullable(config.getGateway()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() ->
                        new LocalStackException(
                                "Docker's network %s has no gateway, so functions could not reach this machine."
                                        .formatted(network)));
    }

    /// Where all services answer.
    public URI endpoint() {
        return endpoint;
    }

    /// The address of this machine that function containers reach: the gateway of their network.
    public String hostAddress() {
        return hostAddress;
    }

    /// Clients of its services.
    public AwsClients clients() {
        return clients;
    }

    /// Whether the container is ours to watch and to end.
    public boolean isOurs() {
        return started != null;
    }

    /// Name and id of our running containers: LocalStack's own and those of functions.
    public Map<String, String> containers() {
        if (started == null) {
            return Map.of();
        }
        return started.leftovers().running(started.owner()).stream()
                .collect(
                        Collectors.toMap(
                                container -> container.getNames()[0].replaceFirst("^/", ""),
                                com.github.dockerjava.api.model.Container::getId,
                                (one, _) -> one));
    }

    /// What our LocalStack has said so far; empty for somebody else's.
    public String log() {
        return started == null ? "" : started.container().getLogs();
    }

    /// Stops our containers whose name has that in it, as `docker stop` does; how many there were.
    public int stop(String partOfName) {
        List<String> ids =
                containers().entrySet().stream()
                        .filter(container -> container.getKey().contains(partOfName))
                        .map(Map.Entry::getValue)
                        .toList();
        ids.forEach(id -> docker().stopContainerCmd(id).exec());
        return ids.size();
    }

    /// Called after a call has failed: if LocalStack has ended, that is why.
    ///
    /// @throws LocalStackException if it has ended
    public void requireRunning() {
        if (started == null) {
            return;
        }
        InspectContainerResponse.ContainerState state;
        try {
            state =
                    docker().inspectContainerCmd(started.container().getContainerId())
                            .exec()
                            .getState();
        } catch (DockerException e) {
            throw new LocalStackException(
                    "LocalStack's container is gone, or Docker is. Nothing of the run can be used; start it again.",
                    e);
        }
        if (!Boolean.TRUE.equals(state.getRunning())) {
            throw new LocalStackException(
                    "LocalStack ended in the middle of the run (exit status %s%s). Nothing of the run can be used; start it again."
                            .formatted(
                                    state.getExitCodeLong(),
                                    Boolean.TRUE.equals(state.getOOMKilled())
                                            ? ", out of memory"
                                            : ""));
        }
    }

    /// Removes our containers and network; leaves alone what somebody else runs.
    @Override
    public void close() {
        if (started != null) {
            started.leftovers().removeOf(started.owner());
        }
    }
}
