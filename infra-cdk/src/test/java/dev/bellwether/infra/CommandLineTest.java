package dev.bellwether.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.infra.settings.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The CDK's own command line is pinned, and starts the app.
final class CommandLineTest {
    private final Path folder = Home.find().cdkJson().getParent();

    @Test
    void itIsTheOneVersionThatReadsOurOutput() throws IOException {
        JsonNode declared = json("package.json").at("/devDependencies/aws-cdk");
        JsonNode locked = json("package-lock.json").at("/packages/node_modules~1aws-cdk/version");

        assertThat(declared.asText()).isEqualTo("2.1148.1");
        assertThat(locked.asText()).isEqualTo(declared.asText());
    }

    @Test
    void theLockFileNamesNoRegistry() throws IOException {
        assertThat(Files.readString(folder.resolve("package-lock.json")))
                .contains("\"integrity\"")
                .doesNotContain("resolved", "http");
    }

    @Test
    void itStartsTheAppByAFileThatCanBeRun() throws IOException {
        String app = json("cdk.json").path("app").asText();

        assertThat(folder.resolve(app)).isExecutable();
    }

    @Test
    void bothWaysToSynthesizeWriteNoNotesThatTheOtherDoesNot() throws IOException {
        assertThat(json("cdk.json").path("pathMetadata").asBoolean(true)).isFalse();
        assertThat(json("cdk.json").path("assetMetadata").asBoolean(true)).isFalse();
        assertThat(json("cdk.json").path("versionReporting").asBoolean(true)).isFalse();
    }

    private JsonNode json(String file) throws IOException {
        return new JsonMapper().readTree(folder.resolve(file).toFile());
    }
}
