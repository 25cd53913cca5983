package dev.bellwether.local;

import dev.bellwether.local.training.JvmTrainingRunner.EntryPoint;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/// What a run needs to know.
///
/// @param assembly folder that `cdk synth` wrote
/// @param state folder that survives the run: objects, tables, streams, outbox, checkpoints, logs
/// @param home the repository's root, with built modules
/// @param java executable of the JDK that children run on
/// @param node executable that runs the Kinesis engine
/// @param secrets values of SSM SecureString parameters by name; kept in memory only
/// @param providerEndpoints base URL by variable, such as `PROVIDER_ENDPOINT_URL_YAHOO`, for all
///   functions
/// @param training what the training image would run
/// @param clock the wall clock
/// @param listener told what happens
public record LocalAwsSettings(
        Path assembly,
        Path state,
        Path home,
        Path java,
        Path node,
        Map<String, String> secrets,
        Map<String, String> providerEndpoints,
        EntryPoint training,
        InstantSource clock,
        RunListener listener) {
    public LocalAwsSettings {
        assembly = assembly.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
        secrets = Map.copyOf(secrets);
        providerEndpoints = Map.copyOf(providerEndpoints);
    }

    Path logs() {
        return state.resolve("logs");
    }

    /// Never the secrets.
    @Override
    public String toString() {
        return "LocalAwsSettings[assembly=%s, state=%s, home=%s]".formatted(assembly, state, home);
    }
}
