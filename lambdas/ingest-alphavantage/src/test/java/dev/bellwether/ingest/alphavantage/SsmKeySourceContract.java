package dev.bellwether.ingest.alphavantage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

@AwsContract
final class SsmKeySourceContract {
    private final SsmClient ssm;

    SsmKeySourceContract(AwsUnderTest aws) {
        ssm = aws.ssm();
    }

    @Test
    void theKeyOfASecureStringComesDecrypted() {
        assertThat(source(Declared.SECRET_NAME).key().reveal()).isEqualTo(Declared.SECRET_VALUE);
    }

    @Test
    void theKeyIsCalledByItsParameterAndVersion() {
        assertThat(source(Declared.SECRET_NAME).key().id())
                .hasValueSatisfying(id ->
                        assertThat(id).matches(Pattern.quote(Declared.SECRET_NAME) + ":[0-9]+"));
    }

    @Test
    void aParameterThatIsNotThereIsRefusedByName() {
        KeySource source = source("/contracts/never-put");

        assertThatThrownBy(source::key).isInstanceOf(ParameterNotFoundException.class);
    }

    private KeySource source(String parameter) {
        return new SsmKeySource(ssm, parameter, InstantSource.system());
    }
}
