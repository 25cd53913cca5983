package dev.bellwether.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.bellwether.infra.Templates.Declared;
import dev.bellwether.infra.settings.Home;
import dev.bellwether.traintrigger.TrainTriggerSettings;
import dev.bellwether.traintrigger.TrainingBackend;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The template and the functions' own classes and jars agree: what is declared is there,
/// understands the environment that it is given, and is built for the runtime that it is given to.
final class FunctionContractTest {
    private static final int CLASS_FILE_VERSION_OF_RELEASE_0 = 44;

    private static final Map<String, String> MODULES =
            Map.of(
                    "IngestAlphaVantage", "ingest-alphavantage",
                    "IngestYahoo", "ingest-yahoo",
                    "StreamProcessor", "stream-processor",
                    "TrendAlerts", "trend-alerts",
                    "AlertDigest", "trend-alerts",
                    "TrainTrigger", "train-trigger");

    private static Templates templates = Templates.whole();

    @BeforeAll
    static void synthesizeWithTheRealJars() {
        templates =
                Templates.synthesize(
                        Home.find(),
                        Map.of(
                                "trainingImage", Templates.IMAGE,
                                "quietHours", "22:00-07:00",
                                "webhook", "https://hooks.example.com/alerts",
                                "slackWebhookParameter", "/bellwether/alerts/slack"));
    }

    @Test
    void theTemplateDeclaresTheSixFunctionsAndNoOther() {
        assertThat(templates.ofType("AWS::Lambda::Function")).hasSize(MODULES.size());
        assertThat(MODULES.keySet()).allSatisfy(id -> assertThat(function(id)).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IngestAlphaVantage",
                "IngestYahoo",
                "StreamProcessor",
                "TrendAlerts",
                "AlertDigest",
                "TrainTrigger"
            })
    void theHandlerIsThereAndTakesTheTemplatesEnvironment(String id) throws Exception {
        Class<?> handler = Class.forName(function(id).text("/Handler"));
        FunctionEnvironment environment = FunctionEnvironment.of(templates, function(id));

        assertThat(handler.getConstructor()).isNotNull();
        assertThat(
                        RequestHandler.class.isAssignableFrom(handler)
                                || RequestStreamHandler.class.isAssignableFrom(handler))
                .isTrue();

        FunctionSettings.read(handler, environment);

        assertThat(environment.unread())
                .as("variables that the template sets and no settings read")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IngestAlphaVantage",
                "IngestYahoo",
                "StreamProcessor",
                "TrendAlerts",
                "AlertDigest",
                "TrainTrigger"
            })
    void theAssetIsTheModulesJarBuiltForTheDeclaredRuntime(String id) throws IOException {
        Declared function = function(id);
        Path asset = asset(templates, function);
        int release = Integer.parseInt(System.getProperty("compiler.release", ""));

        assertThat(function.text("/Runtime")).isEqualTo("java" + release);
        assertThat(asset).hasSameBinaryContentAs(Home.find().functionJar(MODULES.get(id)));
        assertThat(classFileVersion(asset, function.text("/Handler")))
                .isEqualTo(CLASS_FILE_VERSION_OF_RELEASE_0 + release);
    }

    @Test
    void theTrainingFunctionsHandlerIsInItsJarForTheDeclaredRuntimeAndNeedsNoVariableOfOurs()
            throws IOException {
        Templates chosen = Templates.synthesize(Home.find(), Map.of("trainingBackend", "function"));
        Declared function = chosen.only("AWS::Lambda::Function", "TrainingFunction");
        int release = Integer.parseInt(System.getProperty("compiler.release", ""));
        Path asset = asset(chosen, function);

        assertThat(function.at("/Environment/Variables").propertyStream().map(Map.Entry::getKey))
                .as("variables that OpenBLAS reads, and none of ours")
                .containsExactly("OPENBLAS_CORETYPE");
        assertThat(function.text("/Runtime")).isEqualTo("java" + release);
        assertThat(asset).hasSameBinaryContentAs(Home.find().functionJar("training-job"));
        assertThat(classFileVersion(asset, function.text("/Handler")))
                .isEqualTo(CLASS_FILE_VERSION_OF_RELEASE_0 + release);
        FunctionEnvironment trigger =
                FunctionEnvironment.of(
                        chosen, chosen.only("AWS::Lambda::Function", "TrainTrigger"));
        assertThat(TrainTriggerSettings.from(trigger).backend())
                .isInstanceOf(TrainingBackend.Function.class);
        assertThat(trigger.unread()).isEmpty();
    }

    private static Declared function(String id) {
        return templates.only("AWS::Lambda::Function", id);
    }

    private static Path asset(Templates templates, Declared function) {
        String key = function.text("/Code/S3Key");
        String hash = key.replace(".jar", "");
        String file =
                templates
                        .file(function.stack() + ".assets.json")
                        .path("files")
                        .path(hash)
                        .at("/source/path")
                        .asText();
        Path asset = templates.folder().resolve(file);
        assertThat(List.of(asset)).allMatch(Files::isRegularFile);
        return asset;
    }

    private static int classFileVersion(Path jar, String className) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            var entry = zip.getEntry(className.replace('.', '/') + ".class");
            assertThat(entry).as(className + " in " + jar).isNotNull();
            try (DataInputStream classFile = new DataInputStream(zip.getInputStream(entry))) {
                classFile.readInt();
                classFile.readUnsignedShort();
                return classFile.readUnsignedShort();
            }
        }
    }
}
