package dev.bellwether.faults.aws;

import dev.bellwether.faults.plan.FunctionCalls.ServiceErrors;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/// What DynamoDB's client throws after its own tries.
final class DynamoDbErrors implements ServiceErrors {
    @Override
    public RuntimeException throttled(String place) {
        return ProvisionedThroughputExceededException.builder()
                .message("throttled: " + place)
                .statusCode(400)
                .build();
    }

    @Override
    public RuntimeException failed(String place) {
        return InternalServerErrorException.builder()
                .message("internal error: " + place)
                .statusCode(500)
                .build();
    }
}
