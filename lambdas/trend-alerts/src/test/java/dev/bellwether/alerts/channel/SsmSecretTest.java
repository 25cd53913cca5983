package dev.bellwether.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.alerts.LoopbackAws;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;

class SsmSecretTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    @Test
    void aSecretIsReadDecryptedAndKeptForTenMinutes() {
        try (LoopbackAws aws = new LoopbackAws(200, "{\"Parameter\":{\"Value\":\"s3cret\"}}");
                SsmClient client = aws.client(SsmClient.builder())) {
            SsmSecret secret = new SsmSecret(client, "/team/secret", now::get);

            assertThat(secret.reveal()).isEqualTo("s3cret");
            now.set(Instant.EPOCH.plus(Duration.ofMinutes(10)).minusMillis(1));
            assertThat(secret.reveal()).isEqualTo("s3cret");
            assertThat(aws.requests).hasSize(1);
            now.set(Instant.EPOCH.plus(Duration.ofMinutes(10)));
            assertThat(secret.reveal()).isEqualTo("s3cret");

            assertThat(aws.requests)
                    .hasSize(2)
                    .allSatisfy(request ->
                            assertThat(request.body())
                                    .contains("\"Name\":\"/team/secret\"")
                                    .contains("\"WithDecryption\":true"));
        }
    }

    @Test
    void aParameterThatCannotBeReadIsNamed() {
        try (LoopbackAws aws =
                        new LoopbackAws(
                                400, "{\"__type\":\"ParameterNotFound\",\"message\":\"none\"}");
                SsmClient client = aws.client(SsmClient.builder())) {
            assertThatThrownBy(() -> new SsmSecret(client, "/team/secret", now::get).reveal())
                    .isInstanceOf(DeliveryFailedException.class)
                    .hasMessage(
                            "Reading parameter /team/secret failed: ParameterNotFoundException");
        }
    }
}
