package dev.bellwether.ingest.alphavantage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterResponse;

class SsmKeySourceTest {
    private final ManualTime time = new ManualTime();
    private final NumberingParameters parameters = new NumberingParameters();
    private final SsmKeySource keys = new SsmKeySource(parameters, "/bellwether/key", time);

    @Test
    void theKeyIsReadDecryptedAndKeptForTenMinutes() {
        assertThat(keys.key().reveal()).isEqualTo("KEY-1");
        time.pass(Duration.ofMinutes(10).minusMillis(1));
        assertThat(keys.key().reveal()).isEqualTo("KEY-1");
        time.pass(Duration.ofMillis(1));
        assertThat(keys.key().reveal()).isEqualTo("KEY-2");
        assertThat(keys.key().id()).contains("/bellwether/key:2");

        assertThat(parameters.requests)
                .hasSize(2)
                .allSatisfy(request -> {
                    assertThat(request.name()).isEqualTo("/bellwether/key");
                    assertThat(request.withDecryption()).isTrue();
                });
    }

    private static final class NumberingParameters implements SsmClient {
        private final List<GetParameterRequest> requests = new ArrayList<>();

        @Override
        public GetParameterResponse getParameter(GetParameterRequest request) {
            requests.add(request);
            return GetParameterResponse.builder()
                    .parameter(parameter ->
                            parameter
                                    .value("KEY-" + requests.size())
                                    .version((long) requests.size()))
                    .build();
        }

        @Override
        public String serviceName() {
            return "ssm";
        }

        @Override
        public void close() {}
    }
}
