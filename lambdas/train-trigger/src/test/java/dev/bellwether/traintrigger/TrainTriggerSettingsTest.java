package dev.bellwether.traintrigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainTriggerSettingsTest {
    private final Map<String, String> environment =
            new HashMap<>(
                    Map.of(
                            "LAKE_BUCKET", "lake",
                            "TRAINING_IMAGE", "image",
                            "TRAINING_ROLE_ARN", "role",
                            "TRAINING_INSTANCE_TYPE", "ml.m5.large",
                            "AWS_REGION", "us-east-1"));

    @Test
    void everySettingIsRead() {
        assertThat(TrainTriggerSettings.from(environment))
                .isEqualTo(
                        new TrainTriggerSettings(
                                "lake",
                                "us-east-1",
                                new TrainingBackend.SageMaker(
                                        "image",
                                        "role",
                                        "ml.m5.large",
                                        URI.create(
                                                "https://api.sagemaker.us-east-1.amazonaws.com/"))));
    }

    @ParameterizedTest
    @CsvSource({
        "eu-central-1, https://api.sagemaker.eu-central-1.amazonaws.com/",
        "cn-north-1, https://api.sagemaker.cn-north-1.amazonaws.com.cn/"
    })
    void theEndpointIsTheRegions(String region, URI endpoint) {
        environment.put("AWS_REGION", region);

        assertThat(endpoint()).isEqualTo(endpoint);
    }

    @Test
    void theServicesOwnEndpointGoesBeforeTheOneOfAll() {
        environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
        assertThat(endpoint()).isEqualTo(URI.create("http://127.0.0.1:1"));

        environment.put("AWS_ENDPOINT_URL_SAGEMAKER", "http://127.0.0.1:2");
        assertThat(endpoint()).isEqualTo(URI.create("http://127.0.0.1:2"));
    }

    @Test
    void aFunctionTakesTheContainersPlace() {
        environment.keySet().removeIf(name -> name.startsWith("TRAINING_"));
        environment.put("TRAINING_FUNCTION", "Trainer");
        assertThat(TrainTriggerSettings.from(environment).backend())
                .isEqualTo(
                        new TrainingBackend.Function(
                                "Trainer", URI.create("https://lambda.us-east-1.amazonaws.com/")));

        environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
        assertThat(TrainTriggerSettings.from(environment).backend())
                .isEqualTo(
                        new TrainingBackend.Function("Trainer", URI.create("http://127.0.0.1:1")));
    }

    private URI endpoint() {
        return ((TrainingBackend.SageMaker) TrainTriggerSettings.from(environment).backend())
                .endpoint();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LAKE_BUCKET",
                "TRAINING_IMAGE",
                "TRAINING_ROLE_ARN",
                "TRAINING_INSTANCE_TYPE",
                "AWS_REGION"
            })
    void aMissingSettingIsNamed(String name) {
        environment.remove(name);

        assertThatThrownBy(() -> TrainTriggerSettings.from(environment))
                .hasMessage(name + " is not set");
    }
}
