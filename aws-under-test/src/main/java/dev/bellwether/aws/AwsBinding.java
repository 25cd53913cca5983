package dev.bellwether.aws;

import org.junit.jupiter.api.extension.ExtensionContext;

/// Opens one kind of [AwsUnderTest]; found by the service loader.
public interface AwsBinding {
    /// Value of the system property `aws.under.test` that chooses it.
    String name();

    /// Called once a run; what it returns is closed at the run's end.
    AwsUnderTest open(ExtensionContext context);
}
