package dev.bellwether.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.infra.settings.Home;
import dev.bellwether.infra.settings.InvalidContextException;
import dev.bellwether.infra.settings.MissingPartException;
import dev.bellwether.infra.settings.PipelineSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;

/// Synthesizes the whole system. The CDK's command line and the local run both start it: the folder
/// for its output comes from `CDK_OUTDIR`, the context from `CDK_CONTEXT_JSON` and cdk.json.
public final class InfraApp {
    private InfraApp() {}

    /// Synthesizes and ends; with 1 when the context is refused or something is not built.
    public static void main(String[] arguments) {
        try {
            describe(
                            Home.find(),
                            AppProps.builder()
                                    .analyticsReporting(false)
                                    .treeMetadata(false)
                                    .stackTraces(false),
                            Map.of())
                    .synth();
        } catch (InvalidContextException | MissingPartException e) {
            // Both say what to do; a stack trace would only hide it.
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /// The app with all its stacks, not yet synthesized.
    ///
    /// @param context what stands in for `-c` in tests; the command line's comes by itself
    static App describe(Home home, AppProps.Builder props, Map<String, ?> context) {
        Map<String, Object> whole = new HashMap<>(contextOfCdkJson(home));
        whole.putAll(context);
        App app = new App(props.context(whole).build());
        PipelineSettings settings = PipelineSettings.from(contextOf(app));

        DataStack data = new DataStack(app, "BellwetherData", stackProps("state"), home, settings);
        PipelineStack pipeline =
                new PipelineStack(
                        app, "BellwetherPipeline", stackProps("work"), home, data, settings);
        settings.training()
                .ifPresent(training ->
                        new TrainingStack(
                                app,
                                "BellwetherTraining",
                                stackProps("training"),
                                home,
                                data,
                                pipeline,
                                training,
                                settings.endpoints()));
        Tags.of(app).add("project", "bellwether");
        return app;
    }

    private static StackProps stackProps(String part) {
        return StackProps.builder()
                .description("Bellwether, stock-market data pipeline: " + part)
                // The command line checks the bootstrap; the rule would cost a parameter per stack.
                .synthesizer(
                        DefaultStackSynthesizer.Builder.create()
                                .generateBootstrapVersionRule(false)
                                .build())
                .build();
    }

    /// The command line passes cdk.json's context on; a synthesis without it must see the same.
    private static Map<String, Object> contextOfCdkJson(Home home) {
        try {
            return new JsonMapper()
                    .convertValue(
                            new JsonMapper()
                                    .readTree(Files.readString(home.cdkJson()))
                                    .path("context"),
                            new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + home.cdkJson() + " failed", e);
        }
    }

    private static Map<String, Object> contextOf(App app) {
        Map<String, Object> context = new HashMap<>();
        if (app.getNode().getAllContext() instanceof Map<?, ?> all) {
            all.forEach((key, value) -> context.put(String.valueOf(key), value));
        }
        return context;
    }
}
