package dev.bellwether.infra.settings;

import static dev.bellwether.infra.settings.ContextKey.ALERT_BUDGET;
import static dev.bellwether.infra.settings.ContextKey.DELIVERY;
import static dev.bellwether.infra.settings.ContextKey.QUIET_HOURS;
import static dev.bellwether.infra.settings.ContextKey.SLACK_WEBHOOK_PARAMETER;
import static dev.bellwether.infra.settings.ContextKey.WEBHOOK;
import static dev.bellwether.infra.settings.ContextKey.WEBHOOK_SECRET_PARAMETER;

import java.util.Optional;
import java.util.regex.Pattern;

/// How alerts are sent.
///
/// @param filter which of them e-mail and SMS get
/// @param delivery `at-least-once` or `at-most-once`
/// @param quietHours New York hours like `22:00-07:00`, if there are any
/// @param budget messages a New York day that are not held
/// @param webhook address of a program, if there is one
/// @param webhookSecretParameter name of the SSM SecureString that signs what the program gets;
///   only with a webhook
/// @param slackWebhookParameter name of the SSM SecureString with the address of a Slack-compatible
///   webhook, if there is one
public record AlertSettings(
        AlertFilter filter,
        String delivery,
        Optional<String> quietHours,
        String budget,
        Optional<String> webhook,
        Optional<String> webhookSecretParameter,
        Optional<String> slackWebhookParameter) {
    private static final Pattern MODE = Pattern.compile("at-least-once|at-most-once");
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    // The second time is not the first.
    private static final Pattern HOURS =
            Pattern.compile("(?<from>%s)-(?!\\k<from>)%s".formatted(TIME, TIME));
    private static final Pattern BUDGET = Pattern.compile("[1-9]\\d{0,2}");
    // Named hosts only: an address that is written out is private, or will not have a certificate.
    // What a name means is looked at by the function, each time it connects.
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "https://(?!(.*\\.)?(local|internal|localhost)[:/])([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}(:\\d{1,5})?/[!-~&&[^\"'<>\\\\]]*");

    static AlertSettings read(ContextReader reader) {
        Optional<String> webhook = webhook(reader);
        String secretParameter = reader.parameterName(WEBHOOK_SECRET_PARAMETER);
        return new AlertSettings(
                AlertFilter.read(reader),
                reader.text(DELIVERY, MODE, "at-least-once or at-most-once"),
                reader.findText(QUIET_HOURS, HOURS, "hours of New York like 22:00-07:00"),
                reader.text(ALERT_BUDGET, BUDGET, "messages a day from 1 to 999"),
                webhook,
                webhook.map(_ -> secretParameter),
                reader.find(SLACK_WEBHOOK_PARAMETER)
                        .map(_ -> reader.parameterName(SLACK_WEBHOOK_PARAMETER)));
    }

    private static Optional<String> webhook(ContextReader reader) {
        Optional<String> address = reader.find(WEBHOOK);
        if (address.filter(given -> !ADDRESS.matcher(given).matches()).isPresent()) {
            // Its path may be a secret.
            reader.malformedUnseen(
                    WEBHOOK,
                    "an address like https://hooks.example.com/alerts, with https:// and a public host's name: no IP address, no local name");
        }
        return address;
    }
}
