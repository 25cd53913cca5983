package dev.bellwether.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/// The CDK's command line of the lock file, told that AWS is at LocalStack's endpoint.
///
/// @param home folder of the repository
/// @param java the JDK's `java`
/// @param endpoint LocalStack's
/// @param log file that takes what it says
public record CdkCommand(Path home, Path java, URI endpoint, Path log) {
    private static final Path PROGRAM = Path.of("node_modules", "aws-cdk", "bin", "cdk");

    /// Synthesizes the app into a folder, as `cdk synth -c key=value` does.
    public void synthesize(SortedMap<String, String> context, Path output) {
        List<String> arguments = new ArrayList<>(List.of("synth", "--quiet"));
        arguments.addAll(List.of("--app", app(), "--output", output.toString()));
        context.forEach((key, value) -> arguments.addAll(List.of("-c", key + "=" + value)));
        run(arguments);
    }

    /// Prepares account and region, as `cdk bootstrap` does.
    public void bootstrap() {
        run(
                List.of(
                        "bootstrap",
                        "aws://%s/%s".formatted(AwsClients.ACCOUNT, AwsClients.REGION),
                        // Without an app: it needs none, and would synthesize it.
                        "--app",
                        ""));
    }

    /// Deploys all stacks of a synthesized assembly.
    public void deploy(Path assembly) {
        run(
                List.of(
                        "deploy",
                        "--all",
                        "--app",
                        assembly.toString(),
                        "--require-approval",
                        "never"));
    }

    /// Removes all stacks of a synthesized assembly.
    public void destroy(Path assembly) {
        run(List.of("destroy", "--all", "--app", assembly.toString(), "--force"));
    }

    private String app() {
        Path module = home.resolve("infra-cdk");
        return "%s -XX:TieredStopAtLevel=1 -Xmx256m -Dbellwether.home=%s -cp %s:%s dev.bellwether.infra.InfraApp"
                .formatted(
                        java,
                        home,
                        module.resolve("target/classes"),
                        read(module.resolve("target/app.classpath")).strip());
    }

    private void run(List<String> arguments) {
        Path folder = home.resolve("infra-cdk");
        Path program = folder.resolve(PROGRAM);
        if (!Files.exists(program)) {
            throw new LocalStackException(
                    "The CDK's command line is not installed. Run npm ci in infra-cdk, or ./bellwether test --localstack, which does.");
        }
        List<String> command = new ArrayList<>(List.of("node", program.toString()));
        command.addAll(arguments);
        command.add("--ci"); // progress to standard output, no colours
        command.add("--no-notices");
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            environment(builder.environment());
            Process process = builder.start();
            try {
                if (process.waitFor() != 0) {
                    throw new LocalStackException(
                            "cdk %s failed. It said:%n%s%nThe whole log is %s."
                                    .formatted(arguments.getFirst(), tail(), log));
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new LocalStackException("Interrupted during cdk " + arguments.getFirst(), e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Starting the CDK's command line failed", e);
        }
    }

    // The user's own account must never be what is deployed to: nothing of AWS is inherited.
    private void environment(Map<String, String> environment) {
        environment.keySet().retainAll(Set.of("PATH", "HOME", "TMPDIR"));
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("AWS_ENDPOINT_URL", endpoint.toString());
        environment.put("AWS_ENDPOINT_URL_S3", endpoint.toString());
        environment.put("AWS_ACCESS_KEY_ID", AwsClients.CREDENTIAL);
        environment.put("AWS_SECRET_ACCESS_KEY", AwsClients.CREDENTIAL);
        environment.put("AWS_REGION", AwsClients.REGION);
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        Path none = log.toAbsolutePath().resolveSibling("no-profile");
        environment.put("AWS_CONFIG_FILE", none.toString());
        environment.put("AWS_SHARED_CREDENTIALS_FILE", none.toString());
        environment.put("CDK_VALIDATION", "false");
        environment.put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
    }

    private String tail() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file + " failed", e);
        }
    }
}
