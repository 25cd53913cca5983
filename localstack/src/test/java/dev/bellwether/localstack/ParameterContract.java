package dev.bellwether.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.aws.DiffersOn;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

@AwsContract
final class ParameterContract {
    private final SsmClient ssm;
    private final String declared;

    ParameterContract(AwsUnderTest aws) {
        ssm = aws.ssm();
        declared = aws.ref(Declared.PARAMETER);
    }

    @Test
    void aDeclaredParameterIsReadWithAndWithoutDecryption() {
        Parameter plain = ssm.getParameter(get -> get.name(declared)).parameter();

        assertThat(plain.value()).isEqualTo("plain as declared");
        assertThat(plain.type()).isEqualTo(ParameterType.STRING);
        assertThat(plain.version()).isEqualTo(1);
        assertThat(plain.name()).isEqualTo(declared);
        assertThat(plain.arn()).startsWith("arn:aws:ssm:us-east-1:").endsWith(declared);
        assertThat(plain.dataType()).isEqualTo("text");
        assertThat(
                        ssm.getParameter(get -> get.name(declared).withDecryption(true))
                                .parameter()
                                .value())
                .isEqualTo("plain as declared");
    }

    @Test
    void aSecureStringIsSpokenOnlyWithDecryption() {
        Parameter secret =
                ssm.getParameter(get -> get.name(Declared.SECRET_NAME).withDecryption(true))
                        .parameter();

        assertThat(secret.value()).isEqualTo(Declared.SECRET_VALUE);
        assertThat(secret.type()).isEqualTo(ParameterType.SECURE_STRING);
        assertThat(secret.arn()).endsWith(":parameter" + Declared.SECRET_NAME);
    }

    @Test
    @DiffersOn(
            value = "localstack",
            how = "answers kms:<key>: and the value itself",
            source =
                    "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html")
    void withoutDecryptionNothingOfASecureStringIsSeen() {
        Parameter secret = ssm.getParameter(get -> get.name(Declared.SECRET_NAME)).parameter();

        assertThat(secret.type()).isEqualTo(ParameterType.SECURE_STRING);
        assertThat(secret.value()).isNotEmpty().doesNotContain(Declared.SECRET_VALUE);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> ssm.getParameter(get -> get.name("/contracts/never-put")))
                .isInstanceOfSatisfying(
                        ParameterNotFoundException.class,
                        refused -> assertThat(refused.statusCode()).isEqualTo(400));
    }
}
