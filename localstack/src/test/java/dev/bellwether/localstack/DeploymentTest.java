package dev.bellwether.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@OnLocalStack
final class DeploymentTest {
    @Test
    void everyResourceOfTheTemplatesIsThere(Deployment deployment) {
        for (String stack : deployment.stacks()) {
            assertThat(deployment.resources())
                    .filteredOn(resource -> resource.stack().equals(stack))
                    .extracting(Deployment.Resource::logicalId)
                    .containsExactlyInAnyOrderElementsOf(
                            () -> deployment.template(stack).path("Resources").fieldNames());
        }
    }
}
