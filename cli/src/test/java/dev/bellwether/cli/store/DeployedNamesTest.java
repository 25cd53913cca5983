package dev.bellwether.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.cli.home.FailedException;
import dev.bellwether.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;

class DeployedNamesTest {
    private final Stacks stacks =
            new Stacks()
                    .with("MineData", "AWS::DynamoDB::Table", "Market12AB34CD", "MineData-Market-1")
                    .with("MineData", "AWS::Kinesis::Stream", "Quotes12AB34CD", "MineData-Quotes-1")
                    .with("MineData", "AWS::S3::Bucket", "Lake12AB34CD", "minedata-lake-1")
                    .with("MineData", "AWS::S3::Bucket", "Failures12AB34CD", "minedata-failures-1")
                    .with("MinePipeline", "AWS::Lambda::Function", "TrendAlerts12AB34CD", "ta-1")
                    .with(
                            "MinePipeline",
                            "AWS::Lambda::Function",
                            "IngestAlphaVantage12AB34CD",
                            "ia-1");

    @Test
    void namesAreThoseThatCloudFormationGave() {
        StoreNames names = new DeployedNames(stacks, new Functions()).read("Mine");

        assertThat(names)
                .isEqualTo(
                        new StoreNames(
                                "MineData-Market-1",
                                "MineData-Quotes-1",
                                "minedata-lake-1",
                                "minedata-failures-1",
                                Map.of("TrendAlerts", "ta-1", "IngestAlphaVantage", "ia-1"),
                                Symbol.listOf("AAPL,MSFT")));
        assertThat(names.function("TrendAlerts")).isEqualTo("ta-1");
        assertThat(names.idOf("ta-1")).isEqualTo("TrendAlerts");
    }

    @Test
    void aFunctionThatIsNotThereIsNamedWithThoseThatAre() {
        StoreNames names = new DeployedNames(stacks, new Functions()).read("Mine");

        assertThatThrownBy(() -> names.function("AlertDigest"))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("AlertDigest")
                .hasMessageContaining("[IngestAlphaVantage, TrendAlerts]");
        assertThatThrownBy(() -> names.idOf("elsewhere")).isInstanceOf(FailedException.class);
    }

    @Test
    void stacksOfSomethingElseAreSaidToBe() {
        assertThatThrownBy(() -> new DeployedNames(stacks, new Functions()).read("Other"))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("no AWS::DynamoDB::Table Market");
    }

    /// Stacks, answered a resource a page.
    private static final class Stacks implements CloudFormationClient {
        private final TreeMap<String, List<StackResourceSummary>> resources = new TreeMap<>();

        Stacks with(String stack, String type, String logicalId, String physicalId) {
            resources.merge(
                    stack,
                    List.of(
                            StackResourceSummary.builder()
                                    .resourceType(type)
                                    .logicalResourceId(logicalId)
                                    .physicalResourceId(physicalId)
                                    .build()),
                    (one, other) -> {
                        List<StackResourceSummary> all = new ArrayList<>(one);
                        all.addAll(other);
                        return all;
                    });
            return this;
        }

        @Override
        public ListStackResourcesResponse listStackResources(ListStackResourcesRequest request) {
            List<StackResourceSummary> all = resources.getOrDefault(request.stackName(), List.of());
            int page = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
            return ListStackResourcesResponse.builder()
                    .stackResourceSummaries(all.isEmpty() ? List.of() : List.of(all.get(page)))
                    .nextToken(page + 1 < all.size() ? "" + (page + 1) : null)
                    .build();
        }

        @Override
        public String serviceName() {
            return "cloudformation";
        }

        @Override
        public void close() {}
    }

    private static final class Functions implements LambdaClient {
        @Override
        public GetFunctionConfigurationResponse getFunctionConfiguration(
                GetFunctionConfigurationRequest request) {
            assertThat(request.functionName()).isEqualTo("ia-1");
            return GetFunctionConfigurationResponse.builder()
                    .environment(env -> env.variables(Map.of("SYMBOLS", "AAPL,MSFT")))
                    .build();
        }

        @Override
        public String serviceName() {
            return "lambda";
        }

        @Override
        public void close() {}
    }
}
