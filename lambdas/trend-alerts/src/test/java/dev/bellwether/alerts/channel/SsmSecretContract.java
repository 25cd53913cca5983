package dev.bellwether.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;

@AwsContract
final class SsmSecretContract {
    private final SsmClient ssm;

    SsmSecretContract(AwsUnderTest aws) {
        ssm = aws.ssm();
    }

    @Test
    void aSecureStringComesDecrypted() {
        assertThat(secret(Declared.SECRET_NAME).reveal()).isEqualTo(Declared.SECRET_VALUE);
    }

    @Test
    void aParameterThatIsNotThereIsNamed() {
        SecretSource secret = secret("/contracts/never-put");

        assertThatThrownBy(secret::reveal)
                .isInstanceOf(DeliveryFailedException.class)
                .hasMessageContaining("/contracts/never-put");
    }

    private SecretSource secret(String parameter) {
        return new SsmSecret(ssm, parameter, InstantSource.system());
    }
}
