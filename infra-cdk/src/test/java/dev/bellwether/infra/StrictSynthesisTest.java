package dev.bellwether.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.infra.settings.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The app as it is started by the CDK's command line and by the local run: a process of its own.
final class StrictSynthesisTest {
    @TempDir private Path folder;

    /// A run of the app.
    private record Run(int status, String output) {}

    @Test
    void cloudFormationsOwnRulesPassAndTwoSynthesesAreEqualByteForByte() throws Exception {
        Home home = PlaceholderHome.create();
        String context = "{\"trainingImage\":\"" + Templates.IMAGE + "\"}";

        Run strict = run(home, folder.resolve("strict"), context, "true");

        assertThat(strict.output()).doesNotContain("ERROR ", "WARNING ");
        assertThat(strict.status()).as(strict.output()).isZero();
        // Written only where the rules were run.
        assertThat(
                        new Templates(folder.resolve("strict"))
                                .file("validation-report.json")
                                .path("pluginReports"))
                .isEmpty();
        Templates again = Templates.synthesize(home, Map.of("trainingImage", Templates.IMAGE));
        for (String file : comparable(folder.resolve("strict"))) {
            assertThat(folder.resolve("strict").resolve(file))
                    .hasSameBinaryContentAs(again.folder().resolve(file));
        }
    }

    @Test
    void aRefusedContextEndsTheAppWithOneClearMessage() throws Exception {
        Run refused =
                run(
                        PlaceholderHome.create(),
                        folder.resolve("refused"),
                        "{\"symbol\":\"AAPL\"}",
                        "false");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output())
                .startsWith("The CDK context")
                .contains("'symbol' is no known key")
                .contains("-c \"symbols=AAPL,MSFT\"")
                .doesNotContain("Exception", "\tat ");
    }

    private static List<String> comparable(Path assembly) {
        List<String> files = new ArrayList<>();
        Templates templates = new Templates(assembly);
        files.addAll(templates.endingWith(".template.json"));
        files.addAll(templates.endingWith(".assets.json"));
        assertThat(files).hasSize(6);
        return files;
    }

    private Run run(Home home, Path output, String context, String validation)
            throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        ProcessBuilder app =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Dbellwether.home=" + home.root(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                InfraApp.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        app.environment().put("CDK_OUTDIR", output.toString());
        app.environment().put("CDK_CONTEXT_JSON", context);
        app.environment().put("CDK_VALIDATION", validation);
        int status = app.start().waitFor();
        return new Run(status, Files.readString(log, StandardCharsets.UTF_8));
    }
}
