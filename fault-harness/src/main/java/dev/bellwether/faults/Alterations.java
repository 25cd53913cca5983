package dev.bellwether.faults;

import dev.bellwether.faults.aws.SimulatedTopic;
import dev.bellwether.local.function.FunctionInvoker;
import dev.bellwether.local.mapping.MappingServices.ObjectStore;
import dev.bellwether.local.mapping.ServiceCalls;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Where a test puts a mistake in, to see that the harness finds it.
interface Alterations {
    /// Nothing is altered.
    Alterations NONE = new Alterations() {};

    /// What the poller calls functions with.
    ///
    /// @param name of the function's mapping
    default FunctionInvoker function(String name, FunctionInvoker function) {
        return function;
    }

    /// A function's client of the table.
    ///
    /// @param topic for whoever publishes at the wrong time
    default DynamoDbClient table(DynamoDbClient client, SimulatedTopic topic) {
        return client;
    }

    /// A function's client of the lake.
    default S3Client lake(S3Client client) {
        return client;
    }

    /// How the poller reads the streams.
    default ServiceCalls calls(ServiceCalls calls) {
        return calls;
    }

    /// Where the poller puts what it gives up.
    default ObjectStore failures(ObjectStore store) {
        return store;
    }
}
