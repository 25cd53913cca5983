package dev.bellwether.localstack;

import dev.bellwether.aws.AwsBinding;
import dev.bellwether.aws.AwsUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Contracts on local-aws: in the default build, without Docker.
public final class LocalAwsBinding implements AwsBinding {
    @Override
    public String name() {
        return "local-aws";
    }

    @Override
    public AwsUnderTest open(ExtensionContext context) {
        try {
            Path folder = Files.createTempDirectory(Suite.target(), "contracts");
            return Timings.measured(
                    "local-aws for contracts", () -> LocalAwsUnderTest.start(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("No folder could be made for local-aws", e);
        }
    }
}
