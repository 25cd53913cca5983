package dev.bellwether.localstack;

import dev.bellwether.aws.AwsBinding;
import dev.bellwether.aws.AwsUnderTest;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Contracts on the LocalStack of the run.
public final class LocalStackBinding implements AwsBinding {
    @Override
    public String name() {
        return "localstack";
    }

    @Override
    public AwsUnderTest open(ExtensionContext context) {
        LocalStack localStack = LocalStackSession.localStack(context);
        ContractsAssembly assembly = ContractsAssembly.write(Suite.target().resolve("contracts"));
        return Timings.measured(
                "contracts' stack deployed",
                () -> LocalStackUnderTest.deploy(localStack, assembly));
    }
}
