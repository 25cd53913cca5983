package dev.bellwether.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bellwether.market.Symbol;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PipelineSettingsTest {
    @Test
    void anEmptyContextGivesTheStandard() {
        PipelineSettings settings = PipelineSettings.from(Map.of());

        assertThat(settings.symbols())
                .containsExactly("AAPL", "AMZN", "META", "NFLX", "GOOGL", "NVDA");
        assertThat(settings.emails()).isEmpty();
        assertThat(settings.phones()).isEmpty();
        assertThat(settings.dailySchedule()).isEqualTo("cron(0 0 * * ? *)");
        assertThat(settings.quotesSchedule()).isEqualTo("cron(* 9-16 ? * MON-FRI *)");
        assertThat(settings.training()).isEmpty();
        assertThat(settings.lakeStart()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(settings.alphaVantageKeyParameter())
                .isEqualTo("/bellwether/alphavantage/api-key");
        assertThat(settings.alphaVantageCallSpacingMillis()).isEqualTo(1100);
        assertThat(settings.quotesWindowSeconds()).isEqualTo(60);
        assertThat(settings.endpoints())
                .isEqualTo(new Endpoints(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(settings.alerts())
                .isEqualTo(
                        new AlertSettings(
                                new AlertFilter(Map.of()),
                                "at-least-once",
                                Optional.empty(),
                                "20",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void everyKeyIsRead() {
        PipelineSettings settings =
                PipelineSettings.from(
                        Map.ofEntries(
                                Map.entry("symbols", "AAPL, BRK.B"),
                                Map.entry("email", "a@example.com,b@example.org"),
                                Map.entry("phone", "+12025550123"),
                                Map.entry("sms", "on"),
                                Map.entry("alertFilter", "severity=warning|critical; symbol=BRK.B"),
                                Map.entry("delivery", "at-most-once"),
                                Map.entry("quietHours", "22:00-07:00"),
                                Map.entry("alertBudget", 5),
                                Map.entry("webhook", "https://hooks.example.com:8443/a?b=c"),
                                Map.entry("webhookSecretParameter", "/team/alerts/secret"),
                                Map.entry("slackWebhookParameter", "/team/alerts/slack"),
                                Map.entry("dailySchedule", "cron(30 1 * * ? *)"),
                                Map.entry("quotesSchedule", "rate(1 minute)"),
                                Map.entry("quotesWindowSeconds", 5),
                                Map.entry("trainingSchedule", "cron(0 3 ? * SAT *)"),
                                Map.entry("trainingImage", "registry.example/training:1"),
                                Map.entry("trainingInstanceType", "ml.c5.xlarge"),
                                Map.entry("etlSchedule", "cron(20 1 * * ? *)"),
                                Map.entry("etlWorkers", "10"),
                                Map.entry("crawler", "true"),
                                Map.entry("lakeStart", "2024-02-29"),
                                Map.entry("lakeEnd", "2026-01-31"),
                                Map.entry("alphaVantageKeyParameter", "/team/prices/key"),
                                Map.entry("alphaVantageCallSpacingMillis", 800),
                                Map.entry("alphaVantageEndpoint", "http://172.18.0.1:8080"),
                                Map.entry("yahooEndpoint", "https://quotes.example.com"),
                                Map.entry("sageMakerEndpoint", "https://vpce.example:8443")));

        assertThat(settings)
                .isEqualTo(
                        new PipelineSettings(
                                List.of("AAPL", "BRK.B"),
                                List.of("a@example.com", "b@example.org"),
                                List.of("+12025550123"),
                                "cron(30 1 * * ? *)",
                                "rate(1 minute)",
                                5,
                                Optional.of(
                                        new TrainingSettings(
                                                new TrainingBackend.SageMaker(
                                                        "registry.example/training:1",
                                                        "ml.c5.xlarge"),
                                                "cron(0 3 ? * SAT *)")),
                                new EtlSettings("cron(20 1 * * ? *)", 10, EtlSettings.Crawler.YES),
                                LocalDate.of(2024, 2, 29),
                                "2026-01-31",
                                "/team/prices/key",
                                800,
                                new Endpoints(
                                        Optional.of("http://172.18.0.1:8080"),
                                        Optional.of("https://quotes.example.com"),
                                        Optional.of("https://vpce.example:8443")),
                                new AlertSettings(
                                        new AlertFilter(
                                                Map.of(
                                                        "severity",
                                                        List.of("warning", "critical"),
                                                        "symbol",
                                                        List.of("BRK.B"))),
                                        "at-most-once",
                                        Optional.of("22:00-07:00"),
                                        "5",
                                        Optional.of("https://hooks.example.com:8443/a?b=c"),
                                        Optional.of("/team/alerts/secret"),
                                        Optional.of("/team/alerts/slack"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://prices.example.com",
                "http://8.8.8.8:80",
                "http://172.32.0.1",
                "https://host/path",
                "https://user@host",
                "ftp://10.0.0.1",
                "10.0.0.1:80"
            })
    void anEndpointThatWouldShowTheKeyIsRefused(String endpoint) {
        assertThat(refusal(Map.of("alphaVantageEndpoint", endpoint)))
                .hasMessageContaining("'alphaVantageEndpoint' has '" + endpoint + "'");
    }

    @Test
    void anUnknownKeyIsRefusedWithTheKnownOnes() {
        InvalidContextException refusal = refusal(Map.of("symbol", "AAPL", "apiKey", "ABCDEFGH"));

        assertThat(refusal)
                .hasMessageContaining("'symbol' is no known key")
                .hasMessageContaining("'apiKey' is no known key");
        // What stands behind an unknown key may be a secret.
        assertThat(refusal.getMessage()).doesNotContain("ABCDEFGH");
        assertThat(Arrays.stream(ContextKey.values()).map(key -> "-c \"" + key.key() + "="))
                .allSatisfy(known -> assertThat(refusal.getMessage()).contains(known));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThat(refusal(Map.of("colour", "red", "lakeStart", "2025-02-30", "phone", "0170 1")))
                .hasMessageContainingAll("'colour'", "'2025-02-30'", "'0170 1'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    symbols | aapl
                    symbols | AAPL,,MSFT
                    symbols | AAPL,AAPL
                    symbols | ''
                    email | nobody
                    email | a@b
                    email | ''
                    phone | 12025550123
                    dailySchedule | 0 0 * * *
                    quotesSchedule | cron(* 9-16 * * MON-FRI)
                    trainingSchedule | at(2025-01-01T00:00:00)
                    trainingImage | my image
                    trainingInstanceType | m5.large
                    trainingBackend | lambda
                    lakeStart | 2025-13-01
                    lakeStart | yesterday
                    lakeEnd | tomorrow
                    alphaVantageCallSpacingMillis | 1.1
                    alphaVantageCallSpacingMillis | -1
                    quotesWindowSeconds | 301
                    quotesWindowSeconds | -1
                    sms | yes
                    alertFilter | severity
                    alertFilter | severity=grave
                    alertFilter | 'severity=info|info'
                    alertFilter | severity=info;severity=critical
                    alertFilter | colour=red
                    alertFilter | direction=sideways
                    alertFilter | ''
                    delivery | exactly-once
                    quietHours | 22:00
                    quietHours | 24:00-07:00
                    quietHours | 22:00-22:00
                    quietHours | 22-7
                    alertBudget | 0
                    alertBudget | 1000
                    webhook | ''
                    webhookSecretParameter | hush
                    slackWebhookParameter | https://hooks.slack.com/services/T0/B0/x
                    """)
    void aMalformedValueIsNamed(String key, String value) {
        assertThat(refusal(Map.of(key, value)))
                .hasMessageContaining("'" + key + "'")
                .hasMessageContaining("must be: ");
    }

    @Test
    void aTelephoneWithoutTheSwitchSaysWhichSwitch() {
        assertThat(refusal(Map.of("phone", "+12025550123")))
                .hasMessageContaining("'phone' has '+12025550123'")
                .hasMessageContaining("sms=on");
        assertThat(refusal(Map.of("phone", "+12025550123", "sms", "off")))
                .hasMessageContaining("sms=on");
    }

    @Test
    void aFilterOfMoreCombinationsThanSnsTakesIsRefused() {
        String symbols =
                IntStream.range(0, 49).mapToObj(i -> "S" + i).collect(Collectors.joining("|"));

        assertThat(
                        PipelineSettings.from(
                                Map.of("alertFilter", "direction=up|down;symbol=" + symbols)))
                .isNotNull();
        assertThat(refusal(Map.of("alertFilter", "direction=up|down;symbol=X|" + symbols)))
                .hasMessageContaining("150 combinations");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/x",
                "https://10.0.0.1/x",
                "https://169.254.169.254/latest/meta-data/",
                "https://127.0.0.1/x",
                "https://2130706433/x",
                "https://0x7f.0.0.1/x",
                "https://[::1]/x",
                "https://[fe80::1]/x",
                "https://[::ffff:10.0.0.1]/x",
                "https://localhost/x",
                "https://db.local/x",
                "https://metadata.google.internal/x",
                "https://hooks/x",
                "https://user:word@hooks.example.com/x",
                "https://hooks.example.com@10.0.0.1/x",
                "https://hooks.example.com/a b",
                "ftp://hooks.example.com/x"
            })
    void aWebhookThatIsNoPublicHostsAddressIsRefusedAndNotRepeated(String address) {
        InvalidContextException refusal = refusal(Map.of("webhook", address));

        assertThat(refusal).hasMessageContaining("'webhook' must be: an address like");
        assertThat(refusal.getMessage()).doesNotContain(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QWERTY1234UIOP56",
                "demo",
                "/QWERTY1234UIOP56",
                "/bellwether/QWERTY1234UIOP56",
                "/bellwether/QWERTY1234UIOP56/key",
                "arn:aws:ssm:us-east-1:123456789012:parameter/x",
                ""
            })
    void whatMayBeTheKeyItselfIsRefusedAndNotRepeated(String value) {
        InvalidContextException refusal = refusal(Map.of("alphaVantageKeyParameter", value));

        assertThat(refusal).hasMessageContaining("never the key itself");
        if (!value.isEmpty()) {
            assertThat(refusal.getMessage()).doesNotContain("'" + value + "'");
        }
    }

    @Test
    void aListWhereATextBelongsIsRefused() {
        assertThatThrownBy(() -> PipelineSettings.from(Map.of("symbols", List.of("AAPL"))))
                .isInstanceOf(InvalidContextException.class)
                .hasMessageContaining("'symbols' must be: one text");
    }

    @Test
    void whatTheCdkKeepsInTheContextPasses() {
        assertThatCode(() ->
                        PipelineSettings.from(
                                Map.of(
                                        "aws:cdk:enable-path-metadata",
                                        true,
                                        "@aws-cdk/core:checkSecretUsage",
                                        true,
                                        "aws-cdk:enableDiffNoFail",
                                        "true",
                                        "availability-zones:account=1:region=x",
                                        List.of(),
                                        "acknowledged-issue-numbers",
                                        List.of(1))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "BRK.B",
                "BF-B",
                "0700",
                "ABCDEFGHIJKL",
                "ABCDEFGHIJKLM",
                ".A",
                "a",
                ""
            })
    void aSymbolIsWhatTheFunctionsTakeForOne(String text) {
        assertThat(accepts(() -> PipelineSettings.from(Map.of("symbols", text))))
                .isEqualTo(accepts(() -> Symbol.listOf(text)));
    }

    private static boolean accepts(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }

    private static InvalidContextException refusal(Map<String, ?> context) {
        return catchThrowableOfType(
                InvalidContextException.class, () -> PipelineSettings.from(context));
    }
}
