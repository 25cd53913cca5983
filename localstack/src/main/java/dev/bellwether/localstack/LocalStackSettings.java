package dev.bellwether.localstack;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Which LocalStack is used.
///
/// @param image image that is started when no endpoint is given
/// @param endpoint of one that runs already and stays
/// @param port of loopback that a started one answers on; absent for one that is free
/// @param hostAddress address of this machine as function containers see it; absent where it can be
///   found
public record LocalStackSettings(
        String image, Optional<URI> endpoint, OptionalInt port, Optional<String> hostAddress) {
    /// The last version that needs no account.
    public static final String DEFAULT_IMAGE = "localstack/localstack:4.14.0";

    /// Reads `LOCALSTACK_IMAGE`, `LOCALSTACK_ENDPOINT`, `LOCALSTACK_PORT` and
    /// `LOCALSTACK_HOST_ADDRESS`.
    ///
    /// @throws LocalStackException for a value that is malformed
    public static LocalStackSettings from(Map<String, String> environment) {
        return new LocalStackSettings(
                find(environment, "LOCALSTACK_IMAGE").orElse(DEFAULT_IMAGE),
                find(environment, "LOCALSTACK_ENDPOINT").map(LocalStackSettings::endpoint),
                find(environment, "LOCALSTACK_PORT")
                        .map(LocalStackSettings::port)
                        .orElse(OptionalInt.empty()),
                find(environment, "LOCALSTACK_HOST_ADDRESS"));
    }

    private static Optional<String> find(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    private static URI endpoint(String text) {
        if (!text.matches("https?://[^/ ]+/?")) {
            throw new LocalStackException(
                    "LOCALSTACK_ENDPOINT is %s, which is no address like http://127.0.0.1:4566."
                            .formatted(text));
        }
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    private static OptionalInt port(String text) {
        if (!text.matches("[1-9]\\d{0,4}") || Integer.parseInt(text) > 65_535) {
            throw new LocalStackException(
                    "LOCALSTACK_PORT is %s, which is no port like 4566.".formatted(text));
        }
        return OptionalInt.of(Integer.parseInt(text));
    }
}
