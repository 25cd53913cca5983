package dev.bellwether.localstack.readback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/// The app, synthesized as the CDK's command line would, but without it and so in seconds.
final class SynthesizedApp {
    private SynthesizedApp() {}

    static Path in(Path output, Path home, Path java, SortedMap<String, String> context) {
        Path classes = home.resolve("infra-cdk/target/classes");
        try {
            String libraries =
                    Files.readString(home.resolve("infra-cdk/target/app.classpath")).strip();
            Path log = output.resolveSibling("synthesis.log");
            ProcessBuilder builder =
                    new ProcessBuilder(
                                    List.of(
                                            java.toString(),
                                            "-XX:TieredStopAtLevel=1",
                                            "-Xmx256m",
                                            "-Dbellwether.home=" + home,
                                            "-cp",
                                            classes + ":" + libraries,
                                            "dev.bellwether.infra.InfraApp"))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().put("CDK_OUTDIR", output.toString());
            builder.environment().put("CDK_CONTEXT_JSON", json(context));
            builder.environment().put("CDK_VALIDATION", "false");
            Process process = builder.start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The synthesis failed: " + Files.readString(log));
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("Synthesizing the app failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during the synthesis", e);
        }
    }

    private static String json(SortedMap<String, String> context) throws JsonProcessingException {
        return new JsonMapper().writeValueAsString(context);
    }
}
